import { attribute, local, pieces } from './markup.ts';

/** An element of a document without mixed meaning: what stands directly in it, in order. */
interface Element {
  readonly name: string;
  readonly attributes: string;
  readonly inside: (Element | string)[];
}
/** How an element becomes a member of the JSON form (NIST OSCAL 1.1, POA&M model): its name there, whether there can be several, and what of it is read. */
interface Form {
  readonly as: string;
  readonly many?: true;
  /** Elements below it; absent where it is text. */
  readonly of?: Readonly<Record<string, Form>>;
  readonly attributes?: readonly string[];
  /** Text of paragraphs and lists (markup-multiline). */
  readonly prose?: true;
}

const one = (as: string): Form => ({ as });
const prose = (as: string): Form => ({ as, prose: true });
const props: Form = { as: 'props', many: true, of: {}, attributes: ['name', 'value'] };
const task: Form = {
  as: 'tasks',
  many: true,
  attributes: ['uuid', 'type'],
  of: {
    title: one('title'),
    description: prose('description'),
    prop: props,
    timing: {
      as: 'timing',
      of: { 'within-date-range': { as: 'within-date-range', of: {}, attributes: ['start', 'end'] }, 'on-date': { as: 'on-date', of: {}, attributes: ['date'] } },
    },
  },
};
const plan: Form = {
  as: 'plan-of-action-and-milestones',
  attributes: ['uuid'],
  of: {
    metadata: { as: 'metadata', of: { title: one('title'), version: one('version') } },
    observation: {
      as: 'observations',
      many: true,
      attributes: ['uuid'],
      of: { title: one('title'), description: prose('description'), method: { as: 'methods', many: true }, collected: one('collected'), remarks: prose('remarks') },
    },
    risk: {
      as: 'risks',
      many: true,
      attributes: ['uuid'],
      of: {
        title: one('title'),
        description: prose('description'),
        statement: prose('statement'),
        status: one('status'),
        characterization: { as: 'characterizations', many: true, of: { facet: { as: 'facets', many: true, of: {}, attributes: ['name', 'value'] } } },
        'mitigating-factor': { as: 'mitigating-factors', many: true, attributes: ['uuid'], of: { description: prose('description') } },
        deadline: one('deadline'),
        response: {
          as: 'remediations',
          many: true,
          attributes: ['uuid', 'lifecycle'],
          of: { title: one('title'), description: prose('description'), prop: props, task },
        },
      },
    },
    'poam-item': {
      as: 'poam-items',
      many: true,
      attributes: ['uuid'],
      of: {
        title: one('title'),
        description: prose('description'),
        'associated-risk': { as: 'related-risks', many: true, of: {}, attributes: ['risk-uuid'] },
        'related-risk': { as: 'related-risks', many: true, of: {}, attributes: ['risk-uuid'] },
        'related-observation': { as: 'related-observations', many: true, of: {}, attributes: ['observation-uuid'] },
      },
    },
  },
};

/** Deeper than any plan is; a file that goes on is no plan. */
const deepest = 60;

/** What the JSON form of an OSCAL plan in XML would say, as far as an import reads it; or the line where the file is not well formed. Entities of a DOCTYPE are never expanded. */
export function oscalOfXml(text: string): { readonly value: unknown } | { readonly line: number; readonly why: string } {
  const top: Element = { name: '', attributes: '', inside: [] };
  const open: Element[] = [top];
  const at = (from: number): number => text.slice(0, from).split('\n').length;
  for (const piece of pieces(text)) {
    const inner = open.at(-1) ?? top;
    if (piece.at === 'text') inner.inside.push(piece.text);
    else if (piece.at === 'open') {
      const element = { name: local(piece.name), attributes: piece.attributes, inside: [] };
      inner.inside.push(element);
      if (!piece.empty) open.push(element);
      if (open.length > deepest) return { line: at(piece.from), why: `its elements lie more than ${deepest} deep` };
    } else if (inner === top || inner.name !== local(piece.name)) {
      return { line: at(piece.from), why: `</${piece.name.slice(0, 60)}> closes ${inner === top ? 'nothing' : `<${inner.name.slice(0, 60)}>`}` };
    } else open.pop();
  }
  const left = open.at(-1) ?? top;
  if (left !== top) return { line: at(text.length), why: `<${left.name.slice(0, 60)}> is opened and never closed` };
  const root = top.inside.find((each) => typeof each !== 'string');
  return root === undefined ? { line: 1, why: 'it holds no element' } : { value: { [root.name]: root.name === plan.as ? valueOf(root, plan) : {} } };
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

function valueOf(element: Element, { of, attributes = [], prose: long }: Form): unknown {
  if (long) return proseOf(element);
  if (of === undefined) return squeezed(textOf(element));
  const value: Record<string, unknown> = {};
  for (const name of attributes) {
    const said = attribute(element.attributes, name);
    if (said !== undefined) value[name] = said;
  }
  for (const child of element.inside) {
    const form = typeof child === 'string' || !Object.hasOwn(of, child.name) ? undefined : of[child.name];
    if (form === undefined || typeof child === 'string') continue;
    const inner = valueOf(child, form);
    // Proof of the cast: only this loop writes a member that can stand several times.
    if (form.many) value[form.as] = [...((value[form.as] as unknown[] | undefined) ?? []), inner];
    else value[form.as] = inner;
  }
  return value;
}

const textOf = (element: Element): string => element.inside.map((each) => (typeof each === 'string' ? each : textOf(each))).join('');

/** Paragraphs with a blank line between them, items of lists on lines of their own, as the JSON form writes markup. */
function proseOf(element: Element): string {
  const blocks = element.inside.flatMap((each): string[] => {
    if (typeof each === 'string') return [squeezed(each)];
    if (each.name !== 'ul' && each.name !== 'ol') return [squeezed(textOf(each))];
    return [each.inside.flatMap((item) => (typeof item === 'string' ? [] : [`* ${squeezed(textOf(item))}`])).join('\n')];
  });
  return blocks.filter((block) => block !== '').join('\n\n');
}

import { createRequire } from 'node:module';
import { typesettingOf, type PressOrder } from '../../main/filings/press/press.ts';
import { files } from './pressed-sample.ts';

type Native = typeof import('@myriaddreamin/typst-ts-node-compiler');

/** The same Typst built for this machine, or null where its package has no build for it (0.7.0 came out for Linux x64 only). */
export const native = ((): Native | null => {
  try {
    // Proof of the cast: the package's own types. Asked for by `require`, because an import that fails would end the test file.
    return createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler') as Native;
  } catch {
    return null;
  }
})();

/** Why it cannot set papers here; null where it can. */
export const noNative = native === null ? 'the native build of Typst has none for this machine' : null;

/** A folder that does not exist: everything is given from memory. */
const nowhere = '/cordon-native-typst';

/** The paper of `order` set by the native build; `pdf` may be asked for several standards, which Typst then holds it against. Throws what Typst says when it refuses. */
export function setNatively({ NodeCompiler }: Native, order: PressOrder): { pdf(standard?: 'a-2a' | 'a-3a' | 'ua-1'): Buffer } {
  const { typesetting } = typesettingOf(order, files);
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: typesetting.fonts.map((font) => Buffer.from(font)) }], workspace: nowhere });
  for (const [name, text] of files.templates()) compiler.addSource(`${nowhere}/${name}`, text);
  for (const [name, bytes] of typesetting.files) compiler.mapShadow(`${nowhere}${name}`, Buffer.from(bytes));
  const done = compiler.compile({ mainFilePath: `${nowhere}/${typesetting.document}` });
  const document = done.result;
  if (!document) throw new Error(JSON.stringify(done.takeError()?.shortDiagnostics));
  return { pdf: (standard) => compiler.pdf(document, standard === undefined ? {} : { pdfStandard: standard }) };
}

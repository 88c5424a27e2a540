import { isAmong } from './countries.ts';
import type { Tested } from './nationality.ts';
import type { PersonFacts } from './person-facts.ts';
import { allTested, testPerson } from './person-test.ts';
import type { Access, ScopeRule } from './scope-rule.ts';

const yes: Tested = { truth: true, missing: [] };
const no: Tested = { truth: false, missing: [] };
const open = (missing: string): Tested => ({ truth: null, missing: [missing] });
const settled = (truth: boolean): Tested => (truth ? yes : no);

/** What is release of technology or source code (15 CFR 734.13 to 734.15), as against use of a model through an interface. */
const releases = ['weights_download', 'weights_access', 'source_access', 'technical_data'];

function onActivity({ activities, accessIsEveryUse }: ScopeRule, asked: string | undefined): Tested {
  if (activities.length === 0 || asked === undefined || activities.includes(asked)) return yes;
  if (!activities.includes('access_undefined')) return no;
  if (accessIsEveryUse === true || releases.includes(asked)) return yes;
  return accessIsEveryUse === false ? no : open('which reading of “access” is adopted');
}

/** A version that is not named starts as unknown, never as “not covered” (domain.md §2.1). */
function onVersion({ versions, otherVersions }: ScopeRule, { version, versionCovered }: Access): Tested {
  if (version === undefined || versions.length === 0 || versions.includes(version)) return yes;
  if (versionCovered !== undefined && versionCovered !== null) return settled(versionCovered);
  return otherVersions === null ? open(`whether ${version} is covered`) : settled(otherVersions);
}

function onSurface({ surfaces }: ScopeRule, asked: string | undefined, persons: string | undefined): Tested {
  const surface = asked ?? persons;
  if (surfaces.length === 0) return yes;
  return surface === undefined ? open('surface') : settled(surfaces.includes(surface));
}

function onTerritory({ territory }: ScopeRule, { location }: PersonFacts): Tested {
  if (territory.length === 0) return yes;
  return location === undefined ? open('country_of_location') : settled(isAmong(location, territory));
}

/** Whether a rule reaches one person at one access: every part of it must. */
export function ruleOn(rule: ScopeRule, facts: PersonFacts, access: Access): Tested {
  return allTested([
    access.model === undefined || rule.models.length === 0 ? yes : settled(rule.models.includes(access.model)),
    onVersion(rule, access),
    onActivity(rule, access.activity),
    onSurface(rule, access.surface, facts.surface),
    rule.inForce === null ? open(`from when or until when clause ${rule.clause} binds`) : settled(rule.inForce),
    onTerritory(rule, facts),
    testPerson(rule.persons, facts),
  ]);
}

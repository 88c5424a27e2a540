import { approvals, approve } from './approve.ts';
import { backup } from './backup.ts';
import type { Command } from './command.ts';
import { deadlineCheck } from './deadline-check.ts';
import { deadlineCompute } from './deadline-compute.ts';
import { deadlineApprove, deadlineMoved } from './deadline-moved.ts';
import { deadlineRaised } from './deadline-raised.ts';
import { demo } from './demo.ts';
import { erase } from './erase.ts';
import { exporting } from './export.ts';
import { extract } from './extract.ts';
import { file } from './file.ts';
import { handingOver } from './hand-over.ts';
import { history } from './history.ts';
import { holidays } from './holidays.ts';
import { importing } from './import.ts';
import { info } from './info.ts';
import { intake } from './intake.ts';
import { list } from './list.ts';
import { newVault } from './new.ts';
import { passphrase } from './passphrase.ts';
import { people } from './people.ts';
import { personCommands } from './person.ts';
import { readAgain } from './read-again.ts';
import { recover } from './recover.ts';
import { recoveryCommands } from './recovery.ts';
import { restore } from './restore.ts';
import { purgeRoster } from './purge-roster.ts';
import { screen } from './screen.ts';
import { search } from './search.ts';
import { lift, sequester } from './sequester.ts';
import { show } from './show.ts';
import { takeUp } from './take-up.ts';
import { verify } from './verify.ts';

/** Every command, in the order in which help shows them. */
export const commands: readonly Command[] = [
  newVault,
  info,
  verify,
  people,
  ...personCommands,
  passphrase,
  recover,
  ...recoveryCommands,
  backup,
  restore,
  takeUp,
  importing,
  exporting,
  handingOver,
  intake,
  readAgain,
  extract,
  list,
  show,
  search,
  history,
  sequester,
  lift,
  erase,
  approve,
  approvals,
  file,
  screen,
  purgeRoster,
  deadlineCompute,
  deadlineCheck,
  deadlineMoved,
  deadlineApprove,
  deadlineRaised,
  holidays,
  demo,
];

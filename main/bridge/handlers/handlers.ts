import type { Contract } from '../../../shared/contract/contract.ts';
import { previews } from '../previews.ts';
import { carriedFiles } from '../carried-files.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../serve.ts';
import { approvalHandlers } from './approvals.ts';
import { backupHandlers } from './backups.ts';
import { clipboardHandlers } from './clipboard.ts';
import { dateHandlers } from './dates.ts';
import { diagnosticsHandlers } from './diagnostics.ts';
import { draftHandlers } from './drafts.ts';
import { earlierHandlers } from './earlier.ts';
import { erasureHandlers } from './erasures.ts';
import { evidenceHandlers } from './evidence.ts';
import { loadFileHandlers } from './load-file.ts';
import { readAgainHandlers } from './read-again.ts';
import { exchangeHandlers } from './exchange.ts';
import { filingHandlers } from './filings.ts';
import { lawHandlers } from './law.ts';
import { listPaperHandlers } from './list-papers.ts';
import { listHandlers } from './lists.ts';
import { peopleHandlers } from './people.ts';
import { recordHandlers } from './records.ts';
import { recoveryHandlers } from './recovery.ts';
import { safetyNetHandlers } from './safety-net.ts';
import { reminders } from '../reminding.ts';
import { reminderHandlers } from './reminders.ts';
import { scopeHandlers } from './scope.ts';
import { screeningHandlers } from './screening.ts';
import { sessionHandlers } from './session.ts';
import { settingsHandlers } from './settings.ts';
import { vaultHandlers } from './vault.ts';

/** An answer to everything that the window may ask. */
export function handlers(context: Context): Handlers<Contract> {
  const carried = carriedFiles(context.random);
  const looked = previews(context.runJob, context.random);
  const reminding = reminders(context);
  return {
    ...sessionHandlers(context, reminding),
    ...reminderHandlers(reminding),
    ...peopleHandlers(context),
    ...recoveryHandlers(context),
    ...approvalHandlers(context),
    ...recordHandlers(context),
    ...listHandlers(context),
    ...earlierHandlers(context),
    ...erasureHandlers(context),
    ...backupHandlers(context),
    ...draftHandlers(context),
    ...dateHandlers(context),
    ...lawHandlers(context),
    ...safetyNetHandlers(context),
    ...scopeHandlers(context),
    ...screeningHandlers(context),
    ...evidenceHandlers(context),
    ...exchangeHandlers(context, carried),
    ...clipboardHandlers(context),
    ...loadFileHandlers(context),
    ...readAgainHandlers(context),
    ...filingHandlers(context, carried, looked),
    ...listPaperHandlers(context, looked),
    ...context.printer.handlers,
    ...settingsHandlers(context),
    ...diagnosticsHandlers(context),
    ...vaultHandlers(context),
  };
}

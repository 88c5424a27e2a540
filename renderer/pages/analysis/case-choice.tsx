import { useAnalysisCase } from '../../answers/use-case-records.ts';
import { setScreen } from '../../screen/screen.ts';
import { Select } from '../../ui/select.tsx';
import { analysis as words } from '../../words/analysis.ts';
import { useOpenCases } from '../../working-set/use-rows.ts';

/** Which case is looked at, where there are several: cases are never mixed in one view. */
export function CaseChoice() {
  const { rows: cases } = useOpenCases();
  const caseId = useAnalysisCase();
  if (cases.length < 2) return null;
  return (
    <Select
      aria-label={words.which}
      data={cases.map((one) => ({ value: one.id, label: one.title }))}
      value={caseId}
      w={260}
      onChange={(value) => value !== null && setScreen({ caseId: value })}
    />
  );
}

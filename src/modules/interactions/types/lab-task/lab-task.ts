import { foundFault } from '../../core/credit/criteria-score.ts'
import { interaction } from '../../core/interaction.ts'
import { answered } from './answered.ts'
import { score } from './score.ts'
import { shuffle } from './shuffle.ts'
import { strip } from './strip.ts'
import { LAB_TASK_VERSION, LabTaskContent, LabTaskEvidence, LabTaskKey, LabTaskPublic, LabTaskResponse, LabTaskRubric } from './type.ts'

export const labTask = interaction({
  type: 'lab-task',
  markedBy: 'laboratory',
  version: LAB_TASK_VERSION,
  qti: 'qti-portable-custom-interaction',
  monotone: true,
  Content: LabTaskContent,
  Key: LabTaskKey,
  Response: LabTaskResponse,
  PublicContent: LabTaskPublic,
  Rubric: LabTaskRubric,
  evidence: {
    Evidence: LabTaskEvidence,
    fault: (_content, key, evidence) =>
      foundFault(
        key.checks.map(check => ({ id: check.id, most: check.share })),
        evidence.checks.map(check => ({ id: check.id, got: check.share })),
      ),
    full: (_content, key) => ({ version: 1 as const, taken: 0, checks: key.checks.map(check => ({ id: check.id, share: check.share })) }),
  },
  keyFault: () => undefined,
  keyResponse: () => null,
  strip,
  shuffle,
  answered,
  score,
})

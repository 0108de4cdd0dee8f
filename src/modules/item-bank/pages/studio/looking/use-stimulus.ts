import { useRead } from '../../../../../ui/use-endpoint.ts'
import type { Prose } from '../../../../interactions/contract.ts'
import { readStimulus } from '../../../contract.ts'
import type { OpenedVersion } from '../studio-draft.ts'

/** The stimulus of a draft: the one it was opened with, or another that was chosen since, read once and on record. */
export function useStimulus(opened: OpenedVersion, chosen: string | null): Prose | null {
  const isOpened = chosen === opened.version.stimulusVersionId
  const input = { params: { stimulusVersionId: chosen ?? '' }, body: {} }
  const read = useRead(readStimulus, input, { once: true, enabled: chosen !== null && !isOpened })
  if (chosen === null) return null
  return isOpened ? opened.stimulus : (read.data?.prose ?? null)
}

import { useEffect, useState } from '../../../../ui/hooks.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { type BlueprintBody, checkBlueprint } from '../../contract.ts'
import type { KeptVersion } from './kept-version.ts'

export type Judgement = Pick<KeptVersion, 'faults' | 'supply'>
/** A blueprint is judged when nothing was typed for so long. */
const PAUSE_MS = 500

/** Faults and supply of the blueprint as it is being written; what was judged last until the next judgement has come. */
export function useJudgement(kept: KeptVersion, edited: BlueprintBody | null): Judgement {
  const settled = useSettled(edited)
  const [last, setLast] = useState<Judgement>(kept)
  const read = useRead(checkBlueprint, { body: settled ?? kept.body }, { enabled: settled !== null })
  const { data } = read
  useEffect(() => {
    if (data) setLast(data)
  }, [data])
  return edited === null ? kept : last
}

function useSettled(value: BlueprintBody | null): BlueprintBody | null {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

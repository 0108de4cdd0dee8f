import { useEffect, useRef, useState } from 'react'
import type { FieldFault } from '../../../../kernel/result.ts'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { addStimulusVersion, createStimulus, listStimuli, listStimulusUses } from '../../contract.ts'
import { StimulusText } from '../../core/views.ts'
import { proseFaults } from './prose-faults.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type StimulusDraft = { readonly caption: string; readonly prose: unknown; readonly source: string }
/** The stimulus that is changed; null for a new one. */
export type Changed = { readonly stimulusId: string; readonly newest: number } | null
export type KeptStimulus = { readonly stimulusId: string; readonly stimulusVersionId: string }
type Order = {
  readonly place: { readonly editionId: string; readonly level: string }
  readonly first: StimulusDraft
  readonly changed: Changed
  readonly onKept: (kept: KeptStimulus, caption: string) => void
}

/** What is on the screen and its way to the bank; nothing is kept before the writer says so. */
export function useStimulusDraft({ place, first, changed, onKept }: Order) {
  const [draft, setDraft] = useState(first)
  const [strict, setStrict] = useState(false)
  const create = useAct(createStimulus, [listStimuli])
  const next = useAct(addStimulusVersion, [listStimuli, listStimulusUses])
  const isDirty = JSON.stringify(draft) !== JSON.stringify(first)
  const faults = faultsOf(draft)
  useEffect(() => {
    if (!isDirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isDirty])
  const keep = async () => {
    setStrict(true)
    const prose = StimulusText.safeParse(draft.prose)
    if (faults.length > 0 || !prose.success || (changed !== null && !isDirty)) return
    const words = { prose: prose.data, source: draft.source.trim() === '' ? null : draft.source.trim() }
    if (changed === null) {
      const { editionId, level } = place
      const kept = await create.act({ body: { editionId, level, caption: draft.caption.trim(), ...words } })
      if (kept.ok) onKept(kept.value, draft.caption.trim())
      return
    }
    const { stimulusId, newest } = changed
    const kept = await next.act({ params: { stimulusId }, body: { newest, ...words } })
    if (kept.ok) onKept({ stimulusId, ...kept.value }, draft.caption)
  }
  useKeepKey(keep)
  return {
    draft,
    change: (patch: Partial<StimulusDraft>) => setDraft(before => ({ ...before, ...patch })),
    faults: strict ? faults : [],
    isDirty,
    busy: create.busy || next.busy,
    refusal: create.refusal ?? next.refusal,
    keep,
  }
}

/** Ctrl+S keeps, before anything below the drawer hears of it; while an input method composes, keys are its own. */
function useKeepKey(keep: () => Promise<void>): void {
  const newest = useRef(keep)
  useEffect(() => void (newest.current = keep))
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229) return
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      void newest.current()
    }
    addEventListener('keydown', press, true)
    return () => removeEventListener('keydown', press, true)
  }, [])
}

function faultsOf({ caption, prose }: StimulusDraft): readonly FieldFault[] {
  const named = caption.trim() === '' ? [{ path: 'caption', zh: zh.editor.captionNeeded, en: en.editor.captionNeeded }] : []
  return [...named, ...proseFaults(prose)]
}

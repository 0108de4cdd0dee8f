import { type RefObject, useState } from 'react'
import type { FieldFault } from '../../../../../kernel/result.ts'
import type { InteractionType } from '../../../../interactions/contract.ts'
import { MARKS_OF_TYPE, isTheoryType } from '../../../contract.ts'
import { type Checks, type Similar, useChecks, useSimilar } from '../looking/use-checks.ts'
import { type Zone, focusPath, zoneOf } from '../places.ts'
import { type DraftHold, useDraft } from '../saving/use-draft.ts'
import { type OpenedVersion, type StudioDraft, draftOf, usualMarks } from '../studio-draft.ts'
import type { StudioParts } from '../studio-parts.ts'
import { useStudioKeys } from './use-studio-keys.ts'

export const newId = () => crypto.randomUUID()

export type StudioHold = {
  readonly hold: DraftHold
  readonly zone: Zone
  readonly setZone: (zone: Zone) => void
  /** What is asked over the page. */
  readonly asks: 'send' | 'keys' | null
  readonly ask: (what: 'send' | 'keys' | null) => void
  /** Everything that keeps the draft from being sent: of its documents, at once, and of its facts, from the server. */
  readonly faults: { readonly all: readonly FieldFault[]; readonly documents: readonly FieldFault[]; readonly facts: readonly FieldFault[] }
  /** Whether faults stand beside their fields: from the first try to send on. */
  readonly strict: boolean
  readonly checks: Checks
  readonly similar: Similar
  readonly turn: (type: InteractionType) => void
  readonly go: (path: string) => void
}

/** Everything the studio holds: the draft, what is found in it, and where the writer is. */
export function useStudio(page: RefObject<HTMLDivElement | null>, { version, ...opened }: OpenedVersion, parts: StudioParts): StudioHold {
  const [zone, setZone] = useState<Zone>('write')
  const [asks, setAsks] = useState<'send' | 'keys' | null>(null)
  const [strict, setStrict] = useState(false)
  const hold = useDraft(version.itemVersionId, draftOf({ version, ...opened }), version.guard)
  const { draft, change, flush } = hold
  const checks = useChecks(version, draft)
  const similar = useSimilar(version.itemId, draft.documents.content)
  const documents = parts.faultsOf(draft.type, draft.documents)
  const ask = (what: 'send' | 'keys' | null) => {
    if (what === 'send') setStrict(true)
    setAsks(what)
  }
  const go = (path: string) => {
    setStrict(true)
    setZone(zoneOf(path))
    requestAnimationFrame(() => page.current && focusPath(page.current, path))
  }
  const goToZone = (to: Zone) => {
    setZone(to)
    requestAnimationFrame(() => page.current?.querySelector<HTMLElement>(`.z-zone-${to} :is(${FOCUSABLE})`)?.focus())
  }
  useStudioKeys({ save: () => void flush(), send: () => ask('send'), help: () => ask('keys'), zone: goToZone })
  return {
    hold,
    zone,
    setZone,
    asks,
    ask,
    faults: { all: [...documents, ...checks.factFaults], documents, facts: checks.factFaults },
    strict,
    checks,
    similar,
    turn: type => change(turned(draft, type, parts)),
    go,
  }
}

const FOCUSABLE = 'textarea, input:not([hidden]), select, button'

/** The draft as another type; marks that were only the usual ones become those of the new type. */
function turned(draft: StudioDraft, type: InteractionType, parts: StudioParts): Partial<StudioDraft> {
  const wasUsual = isTheoryType(draft.type) && draft.marks === MARKS_OF_TYPE[draft.type]
  const marks = wasUsual || isTheoryType(type) ? usualMarks(type) : draft.marks
  return { type, marks, documents: parts.convertedOf(draft.documents, type, newId) }
}

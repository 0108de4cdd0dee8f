import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { localDate } from '../../../../kernel/local-date.ts'
import type { FieldFault } from '../../../../kernel/result.ts'
import { call } from '../../../../ui/client.ts'
import { readApplication, saveDraft } from '../../contract.ts'
import { FACT_SECTIONS, type ApplicationDraft } from '../../core/application/application-draft.ts'
import type { Evidence } from '../../core/application/evidence.ts'
import { type IncompleteFact, assembleDossier } from '../../core/application/facts.ts'
import { submissionFaults } from '../../core/application/submission.ts'
import { type RoundLevel, type ToldVerdict, judgeLevels, levelNames } from '../../core/application/verdict.ts'
import type { ApplicationView } from '../../core/application/views.ts'

export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'unsaved' | 'saving' | 'failed' | 'stale' }
/** A form under way: what stands in it, what is wrong with it, what the standard says to it, and whether it is kept. */
export type FormDesk = {
  readonly view: ApplicationView
  readonly draft: ApplicationDraft
  readonly change: (part: Partial<ApplicationDraft>) => void
  readonly save: SaveState
  /** Keeps what is not kept yet; resolves to the version on the server, null when it could not be kept. */
  readonly flush: () => Promise<number | null>
  readonly refresh: () => Promise<void>
  readonly faults: readonly FieldFault[]
  readonly verdicts: readonly ToldVerdict[]
  readonly incomplete: readonly IncompleteFact[]
  /** nothing is stated or registered yet: there is nothing to judge */
  readonly blank: boolean
}

const PAUSE_MS = 700

/** Holds the form in the browser, keeps it on the server after every pause, and judges it with the server's own core. */
export function useForm(view: ApplicationView): FormDesk {
  const queries = useQueryClient()
  const [draft, setDraft] = useState<ApplicationDraft>(view.draft)
  const { save, flush } = useKeeping(view, draft)
  const change = useCallback((part: Partial<ApplicationDraft>) => setDraft(now => ({ ...now, ...part })), [])
  const refresh = useCallback(() => queries.invalidateQueries({ queryKey: [readApplication.path] }), [queries])
  const faults = useMemo(() => faultsOf(view, draft), [view, draft])
  const judged = useMemo(() => judge(view, draft), [view, draft])
  const { certificates, completions } = view.register
  const blank = certificates.length + completions.length + FACT_SECTIONS.reduce((sum, section) => sum + draft[section].length, 0) === 0
  return { view, draft, change, save, flush, refresh, faults, blank, ...judged }
}

function faultsOf(view: ApplicationView, draft: ApplicationDraft): FieldFault[] {
  const photo = view.photo === null ? null : { fileId: view.photo, mediaType: 'image/jpeg' as const, bytes: 0 }
  const { evidence, partValidityMonths, round } = view
  return submissionFaults({ draft, photo }, { birth: localDate(view.person.birthDate), partValidityMonths, evidence, round })
}

function judge(view: ApplicationView, draft: ApplicationDraft): { verdicts: ToldVerdict[]; incomplete: readonly IncompleteFact[] } {
  const evidence = view.evidence as unknown as readonly Evidence[]
  const { dossier, incomplete } = assembleDossier({
    draft,
    register: view.register,
    evidence,
    seenOnSite: [],
    editionId: view.round.editionId,
  })
  const terms = view.terms as readonly RoundLevel[]
  return { verdicts: judgeLevels(terms, dossier, localDate(view.round.referenceDate), levelNames(view.levelNames)), incomplete }
}

/** One save at a time; what was typed meanwhile follows. */
function useKeeping(view: ApplicationView, draft: ApplicationDraft): Pick<FormDesk, 'save' | 'flush'> {
  const [save, setSave] = useState<SaveState>({ kind: 'saved', at: null })
  const kept = useRef({ draft: view.draft, version: view.version })
  const latest = useRef(draft)
  const running = useRef<Promise<number | null> | null>(null)
  const { personId, applicationId } = view
  const params = useMemo(() => ({ personId, applicationId }), [personId, applicationId])
  useEffect(() => void (latest.current = draft), [draft])
  const flush = useCallback(() => {
    if (running.current !== null) return running.current
    const sending = keepAll({ params, latest, kept, tell: setSave }).finally(() => (running.current = null))
    running.current = sending
    return sending
  }, [params])
  useEffect(() => {
    if (draft === kept.current.draft) return
    setSave({ kind: 'unsaved' })
    const timer = setTimeout(() => void flush(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft, flush])
  // whoever leaves the form by a link loses nothing of the last moment
  useEffect(() => () => void flush(), [flush])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => latest.current !== kept.current.draft && event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [])
  return { save, flush }
}

type Cell<T> = { current: T }
type Keeping = {
  readonly params: { readonly personId: string; readonly applicationId: string }
  readonly latest: Cell<ApplicationDraft>
  readonly kept: Cell<{ readonly draft: ApplicationDraft; readonly version: number }>
  readonly tell: (save: SaveState) => void
}

/** Sends what is not kept, and what was typed while it was sent, until nothing is left. */
async function keepAll({ params, latest, kept, tell }: Keeping): Promise<number | null> {
  while (latest.current !== kept.current.draft) {
    const sent = latest.current
    tell({ kind: 'saving' })
    const reply = await call(saveDraft, { params, body: { version: kept.current.version, draft: sent } })
    if (!reply.ok) {
      tell({ kind: reply.refusal.code === 'changed-meanwhile' ? 'stale' : 'failed' })
      return null
    }
    kept.current = { draft: sent, version: reply.value.version }
    tell({ kind: 'saved', at: reply.value.savedAt })
  }
  return kept.current.version
}

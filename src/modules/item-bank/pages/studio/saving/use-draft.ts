import { useEffect, useRef, useState } from 'react'
import { call } from '../../../../../ui/client.ts'
import { saveDraft } from '../../../contract.ts'
import { type DraftInput, type StudioDraft, bodyOf } from '../studio-draft.ts'
import { type DraftSaver, type SaveState, draftSaver } from './draft-saver.ts'

export type DraftHold = {
  readonly draft: StudioDraft
  readonly change: (patch: Partial<StudioDraft>) => void
  readonly state: SaveState
  readonly flush: () => Promise<boolean>
  readonly guard: () => number
}

/** The draft on the screen and its way to the server. */
export function useDraft(itemVersionId: string, first: StudioDraft, guard: number): DraftHold {
  const [draft, setDraft] = useState(first)
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: null })
  const newest = useRef(first)
  const [saver] = useState<DraftSaver<DraftInput>>(() =>
    draftSaver<DraftInput>(guard, {
      save: (known, body) => call(saveDraft, { params: { itemVersionId }, body: { guard: known, draft: body } }),
      tell: setState,
      later: (ms, act) => {
        const timer = setTimeout(act, ms)
        return () => clearTimeout(timer)
      },
    }),
  )
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!saver.isClean()) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => {
      removeEventListener('beforeunload', warn)
      void saver.flush()
      saver.stop()
    }
  }, [saver])
  const change = (patch: Partial<StudioDraft>) => {
    newest.current = { ...newest.current, ...patch }
    setDraft(newest.current)
    saver.change(bodyOf(newest.current))
  }
  return { draft, change, state, flush: saver.flush, guard: saver.guard }
}

import { useCallback, useEffect, useRef, useState } from '../../../../../ui/hooks.ts'
import type { WorldRefusal } from '../../app-page.ts'
import type { HeldWorld } from '../use-world.ts'
import { type DraftPlace, type Keeper, keepDrafts } from './keep-drafts.ts'

export type DesktopDrafts = {
  /** How many values still wait for their form to be opened again. */
  readonly waiting: number
  /** Gives a command as the pages do, and forgets the draft of a form that was sent by it. */
  readonly act: HeldWorld['act']
  readonly forgetAll: () => void
}

type Place = DraftPlace & { readonly submitted: boolean }
const NOT_YOURS: WorldRefusal = { code: 'DRAFT', zh: '正在恢复没有填完的内容，请稍候再操作。', facts: {} }

/** Keeps what is half typed on a desktop over a reload. A new lap and a submitted task begin with nothing. */
export function useDesktopDrafts(act: HeldWorld['act'], { worldId, lap, submitted }: Place): DesktopDrafts {
  const keeperRef = useRef<Keeper | null>(null)
  const [waiting, setWaiting] = useState(0)
  useEffect(() => {
    const desktop = document.querySelector('.lab-views')
    if (desktop === null) return
    const keeper = keepDrafts(desktop, { worldId, lap }, setWaiting)
    keeperRef.current = keeper
    return () => {
      keeperRef.current = null
      keeper.stop()
    }
  }, [worldId, lap])
  useEffect(() => {
    if (submitted) keeperRef.current?.forgetAll()
  }, [submitted])
  const forgetAll = useCallback(() => keeperRef.current?.forgetAll(), [])
  const actAndForget = useCallback<HeldWorld['act']>(
    async (type, data, options) => {
      // a page that acts because a form is filled in again acts for nobody
      const restoring = keeperRef.current?.restoring() === true
      const end = keeperRef.current?.acting()
      const acted = restoring ? ({ kind: 'refused', refusal: NOT_YOURS } as const) : await act(type, data, options)
      end?.(acted.kind === 'done')
      return acted
    },
    [act],
  )
  return { waiting, act: actAndForget, forgetAll }
}

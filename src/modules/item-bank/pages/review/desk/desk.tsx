import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { CHECKLIST_POINTS, readVersion } from '../../../contract.ts'
import type { ItemViews } from '../../shared/item-views.ts'
import type { History } from '../../shared/versions.ts'
import { CandidateSide } from './candidate-side.tsx'
import type { DeskPlace, ShownAtDesk, Walk } from './desk-facts.ts'
import { DeskHead } from './desk-head.tsx'
import type { DeskAction } from './desk-keys.ts'
import { type DeskWork, toggled } from './desk-work.ts'
import { FactsSide } from './facts-side.tsx'
import { KeyHelp } from './key-help.tsx'
import { useDeskKeys } from './use-desk-keys.ts'
import { useVerdict } from './use-verdict.ts'
import { VerdictForm } from './verdict-form.tsx'

type Props = {
  readonly shown: ShownAtDesk
  readonly history: History
  readonly place: DeskPlace
  readonly views: ItemViews
  readonly work: DeskWork
  readonly change: (part: Partial<DeskWork>) => void
}

/** The desk: left the item as a candidate sees it, right what is known of it and the checklist, below the verdict. */
export function Desk({ shown, history, views, work, change, ...props }: Props) {
  // the queue renews itself after a verdict, while this desk is still on its way to the next
  const [place] = useState(props.place)
  const [helping, setHelping] = useState(false)
  const note = useRef<HTMLDivElement>(null)
  const reading = useAct(readVersion)
  const walk = useWalk(place)
  const { itemVersionId } = shown.version
  const verdict = useVerdict({ shown, place, work, onDone: walk.onDecided })
  const reveal = async () => {
    if (work.opened !== null) return
    const reply = await reading.act({ params: { itemVersionId }, body: {} })
    if (reply.ok) change({ opened: reply.value })
  }
  const toggle = (point: string | undefined) => point !== undefined && change({ checklist: toggled(work.checklist, point) })
  const act = (action: DeskAction) => {
    if (action.kind === 'toggle') return place?.tab === 'review' && toggle(CHECKLIST_POINTS[action.at])
    const acts = {
      pass: () => void verdict.pass(),
      return: () => (work.note.trim() === '' ? note.current?.querySelector('textarea')?.focus() : void verdict.giveBack()),
      reveal: () => void reveal(),
      previous: () => walk.to(walk.previous),
      next: () => walk.to(walk.next),
      help: () => setHelping(true),
    }
    return acts[action.kind]()
  }
  useDeskKeys(act)
  return (
    <>
      <DeskHead version={shown.version} place={place} walk={walk} onHelp={() => setHelping(true)} />
      <div className="z-desk-sides">
        <CandidateSide
          version={shown.version}
          views={views}
          work={work}
          change={change}
          onReveal={() => void reveal()}
          busy={reading.busy}
          refusal={reading.refusal}
        />
        <div className="z-desk-right">
          <FactsSide shown={shown} history={history} place={place} views={views} work={work} onToggle={toggle} />
          {place && <VerdictForm ref={note} shown={shown} place={place} work={work} change={change} verdict={verdict} />}
        </div>
      </div>
      <KeyHelp open={helping} onClose={() => setHelping(false)} />
    </>
  )
}

/** The way through the queue: to the neighbours, and on from a version that was decided. */
function useWalk(place: DeskPlace): Walk {
  const navigate = useNavigate()
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => void (mounted.current = false)
  }, [])
  const at = place?.at ?? 0
  const [previous, next] = [place?.versions[at - 1]?.itemVersionId, place?.versions[at + 1]?.itemVersionId]
  const to = (itemVersionId: string | undefined) => itemVersionId !== undefined && void navigate(`/items/reviews/${itemVersionId}`)
  const onDecided = () => {
    if (mounted.current) void navigate(next || previous ? `/items/reviews/${next ?? previous}` : '/items/reviews')
  }
  return { previous, next, to, onDecided }
}

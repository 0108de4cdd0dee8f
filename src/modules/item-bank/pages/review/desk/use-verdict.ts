import { useState } from 'react'
import type { Result } from '../../../../../kernel/result.ts'
import type { Told } from '../../../../../ui/client.ts'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import {
  approveVersion,
  CHECKLIST_POINTS,
  type ChecklistPoint,
  giveVerdict,
  makeOperational,
  returnVersion,
  showHistory,
  showQueue,
  startTrial,
  type VersionState,
} from '../../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { DeskPlace, ShownAtDesk } from './desk-facts.ts'
import type { DeskWork } from './desk-work.ts'

export type Verdict = {
  /** What keeps it from being given, told before anything is sent. */
  readonly fault: string | null
  readonly refusal: Told | null
  readonly busy: boolean
  readonly pass: () => Promise<void>
  readonly giveBack: () => Promise<void>
}
type Facts = { readonly shown: ShownAtDesk; readonly place: DeskPlace; readonly work: DeskWork; readonly onDone: () => void }

const REFRESHED = [showQueue, showHistory]

/** The verdict of whoever sits at the desk: a reviewer passes or returns, the centre approves, tries out, puts into operation or returns. */
export function useVerdict({ shown, place, work, onDone }: Facts): Verdict {
  const words = useWords(zh, en).verdict
  const [fault, setFault] = useState<string | null>(null)
  const judge = useAct(giveVerdict, REFRESHED)
  const approve = useAct(approveVersion, REFRESHED)
  const back = useAct(returnVersion, REFRESHED)
  const trial = useAct(startTrial, REFRESHED)
  const operate = useAct(makeOperational, REFRESHED)
  const { itemVersionId, guard, code, state } = shown.version
  const params = { itemVersionId }
  const note = work.note.trim()
  const done = (reply: Result<{ readonly state: VersionState }, Told>) => {
    if (!reply.ok) return
    const told = words.done[reply.value.state as keyof typeof words.done]
    if (told) notice(fill(told, { code }))
    onDone()
  }
  const unless = async (why: string | null, act: () => Promise<Result<{ readonly state: VersionState }, Told>>) => {
    setFault(why)
    if (why === null) done(await act())
  }
  const checklist = CHECKLIST_POINTS.filter(point => work.checklist.includes(point)) as ChecklistPoint[]
  const open = CHECKLIST_POINTS.length - checklist.length
  const unseen = work.opened === null ? words.revealFirst : null
  const passes = {
    review: () =>
      unless(unseen ?? (open > 0 ? fill(words.openPoints, { n: open }) : null), () =>
        judge.act({ params, body: { verdict: 'passed', guard, checklist, note } }),
      ),
    approve: () =>
      unless(unseen ?? (shown.openComments > 0 ? fill(words.openComments, { n: shown.openComments }) : null), () =>
        approve.act({ params, body: { guard, note } }),
      ),
    decide: () => unless(null, () => (state === 'trial' ? operate : trial).act({ params, body: { guard } })),
  }
  const tab = place?.tab
  return {
    fault,
    refusal: [judge, approve, back, trial, operate].map(act => act.refusal).find(told => told !== null) ?? null,
    busy: [judge, approve, back, trial, operate].some(act => act.busy),
    pass: () => (tab === undefined || tab === 'mine' ? Promise.resolve() : passes[tab]()),
    giveBack: () =>
      unless(note === '' ? words.needNote : null, () =>
        tab === 'review' ? judge.act({ params, body: { verdict: 'returned', guard, note } }) : back.act({ params, body: { guard, note } }),
      ),
  }
}

import { Button } from 'antd'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { INCIDENT_REASONS } from '../../../contract.ts'
import { running } from '../desk/ago.ts'
import { mayDo, useHall, useNow } from '../desk/hall.ts'
import { type RunningHalt, runningHalts } from '../wall/queue.ts'
import { SeatSign } from '../wall/seat-sign.tsx'
import { useWall } from '../wall/wall-provider.tsx'
import { useControl } from './control-address.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './halts.css'

/** Every pause and every fault that runs, with its clock, above all pages of the sitting. */
export function HaltBanner() {
  const { pending } = useWall()
  return pending === undefined || pending.halts.length === 0 ? null : <RunningClocks halts={pending.halts} />
}

function RunningClocks({ halts }: { readonly halts: Parameters<typeof runningHalts>[0] }) {
  const { sitting } = useHall()
  const now = useNow(1_000)
  return (
    <ul className="h-halts">
      {runningHalts(halts, sitting.faultMinutes, now).map(halt => (
        <HaltClock key={halt.haltId} halt={halt} />
      ))}
    </ul>
  )
}

function HaltClock({ halt }: { readonly halt: RunningHalt }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { sitting, me } = useHall()
  const [, go] = useControl()
  const { faultMinutes } = sitting
  const reason = Object.entries(INCIDENT_REASONS).find(([code]) => code === halt.reason)?.[1][language] ?? halt.reason
  const share = Math.min(1, halt.elapsedMs / (faultMinutes * 60_000))
  return (
    <li className={`h-halt h-halt-${halt.kind}${halt.exceeded ? ' h-halt-exceeded' : ''}`}>
      <SeatSign face={halt.kind === 'pause' ? 'paused' : 'trouble'} size={18} />
      <strong>{words.kinds[halt.kind]}</strong>
      <span>{halt.roomLabel ?? words.site}</span>
      <span>{reason}</span>
      <span className="h-halt-clock" role="timer">
        <b>{fill(words.elapsed, { time: running(halt.elapsedMs) })}</b>
        {halt.exceeded ? (
          <b className="h-halt-over">{fill(words.exceeded, { n: faultMinutes })}</b>
        ) : (
          <>
            <b>{fill(words.left, { time: running(halt.leftMs) })}</b>
            <span className="z-note">{fill(words.limit, { n: faultMinutes })}</span>
          </>
        )}
      </span>
      <span className="h-halt-bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {mayDo(me, 'resume') && (
        <Button type="primary" onClick={() => go('resume', halt.haltId)}>
          {words.resume}
        </Button>
      )}
      {halt.exceeded && mayDo(me, 'stop') && (
        <Button danger onClick={() => go('stop')}>
          {words.stop}
        </Button>
      )}
    </li>
  )
}

import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { useRef, useState } from '../../../../ui/hooks.ts'
import { useWords } from '../../../../ui/words.ts'
import { nextAt, timeText } from '../../core/world/calendar.ts'
import type { WorldTime } from '../../core/world/ids.ts'
import type { Around, WorldAnswer } from '../app-page.ts'
import { clockText } from './clock-text.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { HeldWorld } from './use-world.ts'

type Props = { readonly held: HeldWorld; readonly world: WorldAnswer }
type Notice = { readonly id: string; readonly at: number; readonly text: string; readonly read: boolean }
type DeskView = { readonly locked?: boolean; readonly clockFixed?: boolean; readonly notices?: readonly Notice[] }

/** World clock with the ways to turn it, as whom the person acts, and the notices of the desk. */
export function ClockBar({ held, world }: Props) {
  const words = useWords(zh, en).frame
  const around = world.view as Around
  const desk = (around.apps['desk'] ?? {}) as DeskView
  return (
    <div className="lab-clock">
      <span className="lab-now">
        <span className="z-note">{words.clock}</span> <strong>{clockText(around.now)}</strong>
      </span>
      {desk.clockFixed !== true && <Forward held={held} world={world} />}
      <span className="lab-space" />
      <Notices held={held} notices={desk.notices ?? []} />
      <label className="lab-persona">
        <span className="z-note">{words.persona}</span>
        <select
          value={around.persona}
          disabled={desk.locked === true || around.personas.length < 2}
          onChange={event => void held.act('desk.persona.switch', { persona: (event.target as HTMLSelectElement).value })}
        >
          {around.personas.map(({ id, name, kind }) => (
            <option value={id} key={id}>
              {name}（{kind}）
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

type Jump = { readonly label: string; readonly data: { readonly mode: string; readonly value?: number }; readonly to: number | null }
const SECONDS = 10
const MINUTES = 10

/** Before the clock is turned, the person is told what is known to happen on the way. */
function Forward({ held, world }: Props) {
  const words = useWords(zh, en).frame
  const dialogRef = useRef<HTMLDialogElement | null>(null)
  const [jump, setJump] = useState<Jump | null>(null)
  const { now } = world.view as Around
  const next = world.due[0]?.at ?? null
  // where customers wait for an answer, seconds count
  const quick = world.apps.some(app => app.id === 'cs')
  const jumps: readonly Jump[] = [
    { label: words.next, data: { mode: 'next' }, to: next },
    ...(quick ? [{ label: words.seconds, data: { mode: 'by', value: SECONDS }, to: now + SECONDS }] : []),
    { label: words.minutes, data: { mode: 'by', value: MINUTES * 60 }, to: now + MINUTES * 60 },
    { label: words.hour, data: { mode: 'hour' }, to: now + 3600 },
    { label: words.morning, data: { mode: 'morning' }, to: nextAt(now as WorldTime, 9) },
  ]
  const ask = (wish: Jump): void => {
    const known = world.due.some(due => wish.to !== null && due.at <= wish.to)
    if (!known) return void held.act('desk.clock.advance', wish.data)
    setJump(wish)
    dialogRef.current?.showModal()
  }
  const due = world.due.filter(item => jump?.to !== null && jump !== null && item.at <= (jump.to ?? 0))
  return (
    <span className="lab-forward">
      <span className="z-note">{words.forward}</span>
      {jumps.map(wish => (
        <button type="button" className="z-button" key={wish.label} disabled={held.busy || wish.to === null} onClick={() => ask(wish)}>
          {wish.label}
        </button>
      ))}
      <dialog ref={dialogRef} className="lab-dialog" onClose={() => setJump(null)}>
        <form
          method="dialog"
          onSubmit={() => {
            if (jump !== null) void held.act('desk.clock.advance', jump.data)
          }}
        >
          <p>{words.before}</p>
          <ul>
            {due.map((item, i) => (
              <li key={i}>
                {timeText(item.at as WorldTime).slice(5, 16)} {item.zh}
              </li>
            ))}
          </ul>
          <div className="lab-buttons">
            <button type="button" className="z-button" onClick={() => dialogRef.current?.close()}>
              {words.cancel}
            </button>
            <button type="submit" className="z-button z-button-primary">
              {words.confirm}
            </button>
          </div>
        </form>
      </dialog>
    </span>
  )
}

function Notices({ held, notices }: { readonly held: HeldWorld; readonly notices: readonly Notice[] }) {
  const words = useWords(zh, en).frame
  const fresh = notices.filter(notice => !notice.read)
  return (
    <details className="lab-notices">
      <summary>
        <Icon name="bell" size={16} />
        {words.notices}
        {fresh.length > 0 && <strong>{fresh.length}</strong>}
      </summary>
      <ul>
        {notices.length === 0 && <li className="z-note">{words.noNotices}</li>}
        {notices.toReversed().map(({ id, at, text, read }) => (
          <li key={id}>
            <span className="z-note">{clockText(at)}</span> {text}
            {!read && (
              <button type="button" className="z-link" onClick={() => void held.act('desk.notice.read', { id })}>
                {words.read}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

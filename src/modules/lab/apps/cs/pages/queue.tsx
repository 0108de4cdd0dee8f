import { fill } from '../../../../../ui/words.ts'
import { Mark } from '../../../pages/parts/facts.tsx'
import type { Desk, Talk } from './view.ts'
import { words } from './words.ts'

type Props = Desk & { readonly chosen: string | null; readonly onChoose: (id: string) => void }

const isOver = (talk: Talk): boolean => talk.allowed.length === 0

/** Who waits, who is served, who has gone; the longest wait first. */
export function Queue(props: Props) {
  const { conversations } = props.view
  const groups: readonly (readonly [string, readonly Talk[]])[] = [
    [words.queue, conversations.filter(c => c.state === 'queued')],
    [words.mine, conversations.filter(c => c.state !== 'queued' && !isOver(c))],
    [words.over, conversations.filter(isOver).toReversed()],
  ]
  return (
    <div className="cs-queue">
      {conversations.length === 0 && <p className="z-note">{words.noTalks}</p>}
      {groups.map(
        ([title, talks]) =>
          talks.length > 0 && (
            <section aria-label={title} key={title}>
              <h2>
                {title} {talks.length}
              </h2>
              <ul>
                {talks.map(talk => (
                  <Row {...props} talk={talk} key={talk.id} />
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  )
}

/** The last thing that was said; of a card only that it was one. */
function lastSaid({ msgs }: Talk): string {
  const last = msgs.at(-1)
  return last === undefined || last.card === null ? (last?.text ?? '') : words.cardKind
}

/** How long somebody has waited: seconds at first, then minutes. */
function waitText(seconds: number): string {
  return seconds < 120 ? fill(words.waited, { n: seconds }) : fill(words.waitedMin, { n: Math.floor(seconds / 60) })
}

function Row({ talk, chosen, onChoose, ask, busy }: Props & { readonly talk: Talk }) {
  const waits = talk.state === 'queued'
  return (
    <li className={talk.id === chosen ? 'cs-row cs-row-on' : 'cs-row'}>
      <button type="button" className="cs-row-face" aria-current={talk.id === chosen} onClick={() => onChoose(talk.id)}>
        <span>
          <strong>{talk.name}</strong>
          <small className="z-note">{talk.id}</small>
        </span>
        <span className="cs-last">{lastSaid(talk)}</span>
        {waits || (talk.firstAt === null && !isOver(talk)) ? (
          <Mark kind={talk.waited > 30 ? 'bad' : 'open'}>{waitText(talk.waited)}</Mark>
        ) : (
          <Standing talk={talk} />
        )}
      </button>
      {waits && (
        <button
          type="button"
          className="z-button z-button-primary"
          disabled={busy}
          aria-label={`${words.accept} ${talk.name}`}
          onClick={() => void ask('cs.accept', { conversation: talk.id }, () => onChoose(talk.id))}
        >
          {words.accept}
        </button>
      )}
    </li>
  )
}

/** Whoever spoke last waits for nothing: a customer with the last word is to be answered. */
function Standing({ talk }: { readonly talk: Talk }) {
  const asked = !isOver(talk) && talk.state !== 'satisfied' && talk.msgs.at(-1)?.by === 'customer'
  return <Mark kind={asked ? 'open' : kindOf(talk)}>{asked ? words.toAnswer : talk.stateZh}</Mark>
}

/** The shape in which a state is shown. */
export function kindOf({ state }: Talk): 'open' | 'done' | 'bad' | 'still' {
  if (state === 'angry' || state === 'lost') return 'bad'
  if (state === 'satisfied' || state === 'solved') return 'done'
  return state === 'unsolved' ? 'still' : 'open'
}

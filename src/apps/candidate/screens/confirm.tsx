import { useState } from '../../../ui/hooks.ts'
import { instant } from '../../../kernel/instant.ts'
import type { AttemptView } from '../../../modules/delivery/contract.ts'
import { showInstant } from '../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../ui/words.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'
import { Frame } from './frame.tsx'

type Props = { readonly attempt: AttemptView; readonly onConfirmed: () => void }

/** Is this the right person at the right seat before the right paper? And the pledge. */
export function ConfirmScreen({ attempt, onConfirmed }: Props) {
  const words = useWords(zh, en).confirm
  const [agreed, setAgreed] = useState(false)
  const [wrong, setWrong] = useState(false)
  if (wrong) {
    return (
      <Frame title={words.wrong}>
        <p className="x-lead" role="alert">
          {words.wrongText}
        </p>
        <button type="button" className="z-button z-button-large" onClick={() => setWrong(false)}>
          {words.back}
        </button>
      </Frame>
    )
  }
  return (
    <Frame title={words.title}>
      <p className="x-lead">{words.text}</p>
      <Details attempt={attempt} />
      <h2>{words.pledgeTitle}</h2>
      <p className="x-pledge">{words.pledge}</p>
      <label className="x-check">
        <input type="checkbox" checked={agreed} onChange={event => setAgreed(event.currentTarget.checked)} />
        <span>{words.agree}</span>
      </label>
      <div className="x-actions">
        <button type="button" className="z-button z-button-primary z-button-large" disabled={!agreed} onClick={onConfirmed}>
          {words.go}
        </button>
        <button type="button" className="z-button z-button-large" onClick={() => setWrong(true)}>
          {words.wrong}
        </button>
      </div>
    </Frame>
  )
}

function Details({ attempt }: { readonly attempt: AttemptView }) {
  const words = useWords(zh, en).confirm
  const language = useLanguage()
  const facts: readonly (readonly [string, string])[] = [
    [words.name, attempt.maskedName],
    [words.ticket, attempt.ticketNumber],
    [words.seat, fill(words.seatOf, { room: attempt.roomLabel, seat: attempt.seatLabel })],
    [words.paper, `${attempt.title}（${words[attempt.paper]}）`],
    [words.begins, showInstant(instant(attempt.opensAt), language)],
    [words.minutes, fill(words.minutesOf, { minutes: attempt.minutes })],
    [words.items, fill(words.itemsOf, { count: attempt.itemCount })],
  ]
  return (
    <dl className="x-details">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="z-number">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

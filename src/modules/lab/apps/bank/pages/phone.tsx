import { shortTime } from '../../../pages/desktop/clock-text.ts'
import type { BankView } from './view.ts'
import { words } from './words.ts'

/** The phone on the desk: codes and messages of the bank, the last one first. */
export function Phone({ sms }: Pick<BankView, 'sms'>) {
  return (
    <aside className="bank-phone" aria-label={words.phone.title}>
      <h2>{words.phone.title}</h2>
      {sms.length === 0 ? (
        <p className="z-note">{words.phone.empty}</p>
      ) : (
        <ol>
          {sms.toReversed().map(({ phone, text, at }, i) => (
            <li key={sms.length - i}>
              <span className="z-note">
                {shortTime(at)}　{masked(phone)}
              </span>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      )}
    </aside>
  )
}

/** `138****2600`. */
export function masked(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

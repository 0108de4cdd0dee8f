import { fill } from '../../../../../ui/words.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import type { PkiProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.keys

/** U 盾: its PIN, and the PUK that opens it when it is locked. */
export function Token(props: PkiProps) {
  const { token } = props.view
  if (token === null)
    return (
      <section aria-label={words.token}>
        <h2>{words.token}</h2>
        <p className="lab-empty">{words.tokenNone}</p>
      </section>
    )
  const isLocked = token.state === 'locked'
  return (
    <section aria-label={words.token}>
      <h2>{words.token}</h2>
      <p className={isLocked ? 'pki-bad' : 'z-note'} role="status">
        {fill(isLocked ? words.tokenLocked : words.tokenState, { state: token.stateZh, left: token.left })}
      </p>
      {isLocked ? (
        <CommandForm
          {...props}
          name={words.unlock}
          type="pki.pin.unlock"
          fields={[
            { name: 'puk', zh: words.puk, kind: 'password' },
            { name: 'pin', zh: words.fresh, kind: 'password', note: words.freshNote },
          ]}
          data={v => ({ puk: v['puk'] ?? '', pin: v['pin'] ?? '' })}
          submit={words.unlock}
        />
      ) : (
        <CommandForm
          {...props}
          name={words.change}
          type="pki.pin.change"
          fields={[
            { name: 'old', zh: words.old, kind: 'password' },
            { name: 'new', zh: words.fresh, kind: 'password', note: words.freshNote },
          ]}
          data={v => ({ old: v['old'] ?? '', new: v['new'] ?? '' })}
          submit={words.change}
        />
      )}
    </section>
  )
}

import { fill } from '../../../../../ui/words.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import type { FieldSpec } from '../../../pages/parts/spec-field.tsx'
import { Sections, sectionOf } from '../../../pages/parts/sections.tsx'
import { certificateField } from './certificates.ts'
import { spaced } from './text.ts'
import type { FrontProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.front

/** What the bank offers before one has signed in. */
export function Front(props: FrontProps) {
  const { address, go } = props
  const section = sectionOf(address, words.sections)
  return (
    <>
      <Sections label={all.nav} sections={words.sections} address={address} go={go} />
      <div className="bank-main">
        {section === '/open' ? <Open {...props} /> : section === '/activate' ? <Activate {...props} /> : <Login {...props} />}
        <Tips />
      </div>
    </>
  )
}

function loginFields({ view, around }: FrontProps): readonly FieldSpec[] {
  const auth = view.user?.auth ?? 'password'
  const known: readonly FieldSpec[] = [
    { name: 'user', zh: words.user, first: view.user?.user ?? '' },
    { name: 'password', zh: words.password, kind: 'password' },
  ]
  if (auth === 'otp') return [...known, { name: 'code', zh: words.code }]
  return auth === 'certificate' ? [...known, certificateField(around, 'certificate')] : known
}

const orNull = (typed: string | undefined): string | null => (typed === undefined || typed === '' ? null : typed)

/** Signing in asks for what the person's way of signing in needs; a wrong password is told with the tries that are left. */
function Login(props: FrontProps) {
  const { view, act, busy } = props
  const { user } = view
  const left = user === null || user.locked || user.left >= 3 ? null : user.left
  return (
    <section className="bank-login" aria-label={words.login}>
      <h2>{words.login}</h2>
      {user === null ? <p className="z-note">{words.noUser}</p> : <p className="z-note">{words.auth[user.auth]}</p>}
      {user?.locked === true && <p className="lab-answer lab-answer-warned">{words.locked}</p>}
      {left !== null && (
        <p className="lab-answer lab-answer-warned" role="alert">
          {fill(words.wrong, { n: left })}
        </p>
      )}
      <CommandForm
        {...props}
        name={words.login}
        type="bank.login"
        fields={loginFields(props)}
        data={v => ({
          user: v['user'] ?? '',
          password: orNull(v['password']),
          code: orNull(v['code']),
          certificate: orNull(v['certificate']),
        })}
        submit={words.login}
      >
        {user?.auth === 'otp' && (
          <p className="lab-field-wide">
            <button
              type="button"
              className="z-button"
              disabled={busy}
              onClick={() => void act('bank.code.send', { purpose: 'login', phone: null })}
            >
              {words.getCode}
            </button>
          </p>
        )}
      </CommandForm>
    </section>
  )
}

const OPEN_FIELDS: readonly FieldSpec[] = [
  { name: 'name', zh: words.name },
  { name: 'idNo', zh: words.idNo },
  { name: 'phone', zh: words.mobile },
  { name: 'occupation', zh: words.occupation },
  { name: 'address', zh: words.address },
]

function Open(props: FrontProps) {
  const { address, go } = props
  return (
    <section className="bank-part" aria-label={words.openTitle}>
      <h2>{words.openTitle}</h2>
      <p className="z-note">{words.openLead}</p>
      <CommandForm
        {...props}
        name={words.openTitle}
        type="bank.open"
        fields={OPEN_FIELDS}
        data={v => Object.fromEntries(OPEN_FIELDS.map(({ name }) => [name, (v[name] ?? '').trim()]))}
        submit={words.submit}
        onDone={() => go(new URL('/activate', address).href)}
      />
    </section>
  )
}

function Activate(props: FrontProps) {
  const { view, address, go } = props
  const choices = view.opened.map(({ no, name }) => [no, `${spaced(no)}（${name}）`] as const)
  const fields: readonly FieldSpec[] = [
    { name: 'account', zh: words.account, kind: 'choice', choices, first: choices[0]?.[0] ?? '' },
    { name: 'user', zh: words.newUser, note: words.userNote },
    { name: 'password', zh: words.newPassword, kind: 'password', note: words.passwordNote },
    { name: 'agree', zh: words.agree, kind: 'check' },
  ]
  return (
    <section className="bank-part" aria-label={words.activateTitle}>
      <h2>{words.activateTitle}</h2>
      {choices.length === 0 ? (
        <p className="lab-empty">{words.noAccount}</p>
      ) : (
        <CommandForm
          {...props}
          name={words.activateTitle}
          type="bank.ebank.activate"
          fields={fields}
          data={v => ({
            account: v['account'] ?? '',
            user: (v['user'] ?? '').trim(),
            password: v['password'] ?? '',
            agree: v['agree'] === 'yes',
          })}
          submit={words.activate}
          onDone={() => go(new URL('/', address).href)}
        />
      )}
    </section>
  )
}

function Tips() {
  return (
    <section className="bank-tips" aria-label={words.tips}>
      <h3>{words.tips}</h3>
      <ul>
        {words.tipLines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

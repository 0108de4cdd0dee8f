import { fill } from '../../../../../ui/words.ts'
import { ActButton } from '../../../pages/parts/act-button.tsx'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import type { Check, LetterProps, Security } from './view.ts'
import { words as all } from './words.ts'

const words = all.secure

/** What protects a letter: its signature, which can be checked and concluded upon, and its envelope. */
export function Signature(props: LetterProps & { readonly security: Security }) {
  const { security, message, view, act, busy } = props
  const check = view.checks?.findLast(c => c.message === message.id)
  return (
    <section className="mail-inset" aria-label={words.title}>
      <p className="mail-protected">
        {security.signed && <strong>{words.signed}</strong>}
        {security.sealed && <strong>{words.sealed}</strong>}
        {security.serial !== null && (
          <span className="z-note">
            {words.serial} {security.serial}
          </span>
        )}
      </p>
      {security.signed && (
        <p>
          <ActButton act={act} busy={busy} type="mail.verify" data={{ message: message.id }} label={words.verify} />
        </p>
      )}
      {check !== undefined && (
        <>
          <Findings check={check} />
          <Conclude {...props} />
        </>
      )}
    </section>
  )
}

function Findings({ check }: { readonly check: Check }) {
  const found = [
    [words.digest, check.digest],
    [words.signature, check.signature],
    [words.chain, check.chain],
    [words.notRevoked, !check.revoked],
  ] as const
  return (
    <dl className="lab-facts" aria-label={words.results}>
      <dt>{words.signer}</dt>
      <dd>
        {check.signer} &lt;{check.email}&gt;
      </dd>
      {found.flatMap(([name, good]) => [
        <dt key={`${name}-name`}>{name}</dt>,
        <dd className={good ? 'mail-good' : 'mail-bad'} key={name}>
          {good ? words.yes : words.no}
        </dd>,
      ])}
    </dl>
  )
}

function Conclude(props: LetterProps) {
  const { message, view } = props
  const verdict = view.conclusions?.find(c => c.message === message.id)?.verdict
  return (
    <>
      <CommandForm
        {...props}
        name={`${words.verdict} ${message.id}`}
        type="mail.conclude"
        fields={[{ name: 'verdict', zh: words.verdict, kind: 'radio', first: verdict ?? '', choices: Object.entries(words.verdicts) }]}
        data={v => ({ message: message.id, verdict: v['verdict'] ?? '' })}
        submit={words.conclude}
      />
      <p className="z-note" role="status">
        {verdict === undefined ? '' : fill(words.concluded, { verdict: words.verdicts[verdict] ?? verdict })}
      </p>
    </>
  )
}

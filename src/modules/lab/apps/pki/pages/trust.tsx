import { fill } from '../../../../../ui/words.ts'
import { ActButton } from '../../../pages/parts/act-button.tsx'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { colons } from './text.ts'
import type { PkiProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.certs

/** The root one trusts. Without comparing the fingerprint a warning comes, which can be confirmed: that is a fault, and possible. */
export function Trust(props: PkiProps) {
  const { view, act, busy } = props
  const { trusted, name } = view
  return (
    <section aria-label={words.trustTitle}>
      <h2>{words.trustTitle}</h2>
      {trusted === null ? (
        <>
          <p>{fill(words.notTrusted, { name })}</p>
          <CommandForm
            {...props}
            name={words.trust}
            type="pki.trust.add"
            fields={[{ name: 'fingerprint', zh: words.fingerprint, kind: 'area', rows: 2 }]}
            data={v => ({ fingerprint: (v['fingerprint'] ?? '').trim() === '' ? null : v['fingerprint'] })}
            submit={words.trust}
          />
        </>
      ) : (
        <>
          <p>
            {fill(words.trusted, { name })}
            {trusted.compared ? words.compared : words.notCompared}
          </p>
          <p className="lab-code">{colons(trusted.fingerprint)}</p>
          <ActButton act={act} busy={busy} type="pki.trust.remove" data={{}} label={words.distrust} />
        </>
      )}
    </section>
  )
}

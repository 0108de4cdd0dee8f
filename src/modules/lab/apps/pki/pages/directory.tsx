import { useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { CertFacts } from './cert-facts.tsx'
import type { PkiProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.directory

/** 证书目录: what others hold. The directory does not say which ones still stand: that is asked for, or read from the list. */
export function Directory(props: PkiProps) {
  const { view, act, busy, fileUrl } = props
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const keep = (serial: string, reply: unknown): void => setAnswers({ ...answers, [serial]: String(reply) })
  const ask = async (serial: string): Promise<void> => {
    const acted = await act('pki.ocsp', { serial })
    if (acted.kind === 'done') keep(serial, acted.reply)
  }
  return (
    <>
      <section aria-label={words.title}>
        <h2>{words.title}</h2>
        <p className="z-note">{words.lead}</p>
        {view.directory.length === 0 && <p className="lab-empty">{words.none}</p>}
        <ul className="pki-directory">
          {view.directory.map(cert => (
            <li key={cert.serial}>
              <h3>{cert.name}</h3>
              <CertFacts cert={cert} href={fileUrl('pki', `certificate:${cert.serial}`)} />
              <p className="lab-buttons">
                <button
                  type="button"
                  className="z-button"
                  disabled={busy}
                  aria-label={`${words.ask} ${cert.serial}`}
                  onClick={() => void ask(cert.serial)}
                >
                  {words.ask}
                </button>
                <Answer status={answers[cert.serial]} />
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={words.serialAsk}>
        <h2>{words.serialAsk}</h2>
        <CommandForm
          {...props}
          name={words.serialAsk}
          type="pki.ocsp"
          fields={[{ name: 'serial', zh: words.serial }]}
          data={v => ({ serial: (v['serial'] ?? '').trim() })}
          submit={words.ask}
          minor
          onDone={reply => keep('', reply)}
          stays
        />
        <Answer status={answers['']} />
      </section>
    </>
  )
}

function Answer({ status }: { readonly status: string | undefined }) {
  return (
    <span className={status === 'valid' ? 'pki-good' : 'pki-bad'} role="status">
      {status === undefined ? '' : fill(words.answer, { status: all.statuses[status] ?? status })}
    </span>
  )
}

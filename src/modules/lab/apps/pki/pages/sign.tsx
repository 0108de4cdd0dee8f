import { useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import type { FieldSpec } from '../../../pages/parts/spec-field.tsx'
import { clockText } from '../../../pages/desktop/clock-text.ts'
import { certChoices } from './text.ts'
import type { PkiProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.sign
type DeskDoc = {
  readonly name: string
  readonly blocks: readonly { readonly text?: string; readonly rows?: readonly (readonly string[])[] }[]
}

/** The papers of the desk, as text. */
function papersOf(desk: unknown): readonly { readonly name: string; readonly text: string }[] {
  const { docs = [] } = (desk ?? {}) as { readonly docs?: readonly DeskDoc[] }
  return docs.map(({ name, blocks }) => ({
    name,
    text: blocks.map(b => b.text ?? (b.rows ?? []).map(row => row.join('　')).join('\n')).join('\n'),
  }))
}

/** 签署文件: a paper, a certificate, a signature; then perhaps the seal. */
export function Sign(props: PkiProps) {
  const { view } = props
  const fields: readonly FieldSpec[] = [
    { name: 'doc', zh: words.doc },
    { name: 'serial', zh: words.cert, kind: 'choice', choices: certChoices(view.certs) },
    { name: 'text', zh: words.text, kind: 'area', rows: 6 },
    ...(view.token === null ? [] : [{ name: 'pin', zh: words.pin, kind: 'password' as const }]),
  ]
  const [round, setRound] = useState(0)
  return (
    <>
      <section aria-label={words.title}>
        <h2>{words.title}</h2>
        {view.certs.length === 0 ? (
          <p className="lab-empty">{words.noCert}</p>
        ) : (
          <>
            <FromDesk {...props} onTaken={() => setRound(round + 1)} />
            <CommandForm
              {...props}
              name={words.title}
              type="pki.sign"
              fields={fields}
              data={v => ({
                serial: v['serial'] ?? '',
                doc: (v['doc'] ?? '').trim(),
                text: v['text'] ?? '',
                pin: (v['pin'] ?? '') === '' ? null : v['pin'],
              })}
              submit={words.sign}
              key={round}
            />
          </>
        )}
      </section>
      <Signed {...props} />
    </>
  )
}

function FromDesk({ around, drafts, onTaken }: PkiProps & { readonly onTaken: () => void }) {
  const papers = papersOf(around.apps['desk'])
  if (papers.length === 0) return null
  const take = (name: string): void => {
    const paper = papers.find(p => p.name === name)
    if (paper === undefined) return
    drafts.keep(words.title, { ...drafts.of(words.title), doc: paper.name, text: paper.text })
    onTaken()
  }
  return (
    <p className="lab-field pki-from">
      <label htmlFor="pki-from">{words.from}</label>
      <select id="pki-from" value="" onChange={event => take((event.target as HTMLSelectElement).value)}>
        <option value="">{words.byHand}</option>
        {papers.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </p>
  )
}

function Signed(props: PkiProps) {
  const { view, fileUrl } = props
  const own = view.signed.filter(d => d.p7s !== '')
  return (
    <section aria-label={words.list}>
      <h2>{words.list}</h2>
      {own.length === 0 && <p className="lab-empty">{words.none}</p>}
      <ul className="pki-directory">
        {own.toReversed().map(({ doc, at, sealed }) => (
          <li key={`${doc}-${at}`}>
            <h3>{doc}</h3>
            <p className="pki-row">
              <span className="z-note">{clockText(at)}</span>
              <a href={fileUrl('pki', `text:${doc}`)} download={`${doc}.txt`}>
                {words.file}
              </a>
              <a href={fileUrl('pki', `signature:${doc}`)} download={`${doc}.p7s`}>
                {words.signature}
              </a>
            </p>
            {sealed === null ? (
              <CommandForm
                {...props}
                name={`${words.seal} ${doc}`}
                type="pki.seal.apply"
                fields={[{ name: 'position', zh: words.position, note: words.positionNote }]}
                data={v => ({ doc, position: (v['position'] ?? '').trim() })}
                submit={words.seal}
                minor
              />
            ) : (
              <p className="pki-good">{fill(words.sealed, { position: sealed })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

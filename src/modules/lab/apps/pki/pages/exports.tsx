import { useState } from '../../../../../ui/hooks.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import type { PkiProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.certs

const pathOf = (folder: string, name: string): string => `${folder === '/' ? '' : folder}/${name}`

/** Files that were exported, each with its place and whether the private key is in it. */
export function Exports({ view, fileUrl }: PkiProps) {
  return (
    <section aria-label={words.exports}>
      <h2>{words.exports}</h2>
      {view.exports.length === 0 && <p className="lab-empty">{words.noExports}</p>}
      <ul className="pki-files">
        {view.exports.toReversed().map(({ id, folder, name, withKey }) => (
          <li key={id}>
            <span>{pathOf(folder, name)}</span>
            <span className="z-note">{withKey ? words.key : words.noKey}</span>
            <a href={fileUrl('pki', `export:${id}`)} download={name}>
              {all.download}
              <span className="z-unseen">{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Taking a file back into a store; the wrong store is refused as a browser's certificate manager does. */
export function ImportFile(props: PkiProps) {
  const { view } = props
  const [done, setDone] = useState(false)
  if (view.exports.length === 0) return null
  return (
    <section aria-label={words.importTitle}>
      <h2>{words.importTitle}</h2>
      <CommandForm
        {...props}
        name={words.importTitle}
        type="pki.import"
        fields={[
          {
            name: 'export',
            zh: words.importFile,
            kind: 'choice',
            choices: view.exports.map(e => [e.id, pathOf(e.folder, e.name)]),
          },
          { name: 'store', zh: words.importStore, kind: 'choice', choices: Object.entries(words.importStores) },
          { name: 'password', zh: words.importPassword, kind: 'password' },
        ]}
        data={v => ({ export: v['export'] ?? '', store: v['store'] ?? '', password: v['password'] ?? '' })}
        submit={words.import}
        minor
        onDone={() => setDone(true)}
      />
      <p className="z-note" role="status">
        {done ? words.imported : ''}
      </p>
    </section>
  )
}

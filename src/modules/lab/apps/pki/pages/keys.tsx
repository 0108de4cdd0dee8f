import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { SheetTable } from '../../../pages/parts/sheet-table.tsx'
import { Token } from './token.tsx'
import type { PkiProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.keys
const ALGORITHMS = [
  ['P-256', 'ECC P-256'],
  ['RSA-1024', 'RSA 1024'],
  ['P-192', 'ECC P-192'],
] as const

/** 密钥与 U 盾: keys one makes oneself, requests for a certificate, and the token. */
export function Keys(props: PkiProps) {
  return (
    <>
      <section aria-label={words.list}>
        <h2>{words.list}</h2>
        <List {...props} />
      </section>
      <section aria-label={words.generate}>
        <h2>{words.generate}</h2>
        <CommandForm
          {...props}
          name={words.generate}
          type="pki.key.generate"
          fields={[
            { name: 'store', zh: words.store, kind: 'choice', first: 'soft', choices: Object.entries(all.stores) },
            { name: 'alg', zh: words.alg, kind: 'choice', choices: ALGORITHMS },
          ]}
          data={v => ({ store: v['store'] ?? '', alg: v['alg'] ?? '' })}
          submit={words.generate}
        />
      </section>
      {props.view.keys.length > 0 && <MakeRequest {...props} />}
      <Token {...props} />
    </>
  )
}

function List({ view, fileUrl }: PkiProps) {
  const rows = view.keys.map(({ id, store }) => ({
    key: id,
    cells: [
      id,
      all.stores[store] ?? store,
      view.requests.some(r => r.key === id) ? (
        <a key="file" href={fileUrl('pki', `request:${id}`)} download={`${id}.csr`}>
          {words.request}
        </a>
      ) : (
        words.noRequest
      ),
    ],
  }))
  return (
    <SheetTable label={words.list} columns={[{ zh: words.key }, { zh: words.store }, { zh: words.csr }]} rows={rows} empty={words.none} />
  )
}

function MakeRequest(props: PkiProps) {
  const { keys } = props.view
  return (
    <section aria-label={words.csr}>
      <h2>{words.csr}</h2>
      <CommandForm
        {...props}
        name={words.csr}
        type="pki.csr.create"
        fields={[
          { name: 'key', zh: words.key, kind: 'choice', choices: keys.map(k => [k.id, `${k.id}（${all.stores[k.store] ?? k.store}）`]) },
          { name: 'name', zh: words.name },
          { name: 'org', zh: words.org },
          { name: 'email', zh: words.email },
        ]}
        data={v => ({
          key: v['key'] ?? '',
          subject: { name: (v['name'] ?? '').trim(), org: (v['org'] ?? '').trim(), email: (v['email'] ?? '').trim() },
        })}
        submit={words.make}
      />
    </section>
  )
}

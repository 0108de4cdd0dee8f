import { fill } from '../../../../../ui/words.ts'
import { ActButton } from '../../../pages/parts/act-button.tsx'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import type { PkiProps, PkiView } from './view.ts'
import { words as all } from './words.ts'

const words = all.verify
type Paper = PkiView['papers'][number]
type Check = PkiView['checks'][number]

/** 验证签名: signed papers, what a check found, and the conclusion the person draws from it. */
export function Verify(props: PkiProps) {
  const { papers } = props.view
  return (
    <section aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="z-note">{words.lead}</p>
      {papers.length === 0 && <p className="lab-empty">{words.none}</p>}
      <ul className="pki-directory">
        {papers.map(paper => (
          <li key={paper.id}>
            <PaperCard {...props} paper={paper} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function PaperCard(props: PkiProps & { readonly paper: Paper }) {
  const { paper, view, act, busy, fileUrl } = props
  const check = view.checks.findLast(c => c.doc === paper.id)
  const verdict = view.conclusions.find(c => c.doc === paper.id)?.verdict
  return (
    <>
      <h3>{paper.name}</h3>
      <p className="pki-text">{paper.text}</p>
      <p className="pki-row">
        <a href={fileUrl('pki', `paper:${paper.id}`)} download={`${paper.name}.txt`}>
          {words.paper}
        </a>
        <a href={fileUrl('pki', `paperSignature:${paper.id}`)} download={`${paper.name}.p7s`}>
          {words.signature}
        </a>
      </p>
      <ActButton act={act} busy={busy} type="pki.verify" data={{ doc: paper.id }} label={words.verify} about={paper.name} />
      {check !== undefined && (
        <>
          <Findings check={check} />
          <CommandForm
            {...props}
            name={`${words.verdict} ${paper.name}`}
            type="pki.conclude"
            fields={[{ name: 'verdict', zh: words.verdict, kind: 'radio', first: verdict ?? '', choices: Object.entries(words.verdicts) }]}
            data={v => ({ doc: paper.id, verdict: v['verdict'] ?? '' })}
            submit={words.conclude}
          />
          <p className="z-note" role="status">
            {verdict === undefined ? '' : fill(words.concluded, { verdict: words.verdicts[verdict] ?? verdict })}
          </p>
        </>
      )}
    </>
  )
}

/** What the check found, each with a word and not by colour alone. */
function Findings({ check }: { readonly check: Check }) {
  const found = [
    [words.digest, check.digest],
    [words.signatureGood, check.signature],
    [words.chain, check.chain],
    [words.inTime, check.inTime],
    [words.notRevoked, !check.revoked],
  ] as const
  return (
    <dl className="lab-facts" aria-label={words.results}>
      {found.flatMap(([name, good]) => [
        <dt key={`${name}-name`}>{name}</dt>,
        <dd className={good ? 'pki-good' : 'pki-bad'} key={name}>
          {good ? words.yes : words.no}
        </dd>,
      ])}
    </dl>
  )
}

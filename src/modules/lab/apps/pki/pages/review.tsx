import { ActButton } from '../../../pages/parts/act-button.tsx'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import type { Application, PkiProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.review

/** 审核: the desk of the officer. */
export function Review(props: PkiProps) {
  const { review } = props.view
  return (
    <section aria-label={words.title}>
      <h2>{words.title}</h2>
      {review.length === 0 && <p className="lab-empty">{words.none}</p>}
      <ul className="pki-directory">
        {review.map(application => (
          <li key={application.no}>
            <One {...props} application={application} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function One(props: PkiProps & { readonly application: Application }) {
  const { application: a, view, act, busy } = props
  const facts = [
    [all.mine.profile, view.profiles.find(p => p.id === a.profile)?.zh ?? a.profile],
    [all.apply.name, a.subject.name],
    [words.idNo, a.idNo],
    [all.apply.org, a.subject.org],
    [all.apply.email, a.subject.email],
    [words.docs, a.docs.join('、')],
  ] as const
  return (
    <>
      <h3>{a.no}</h3>
      <dl className="lab-facts">{facts.flatMap(([name, said]) => [<dt key={`${name}-name`}>{name}</dt>, <dd key={name}>{said}</dd>])}</dl>
      <ActButton
        act={act}
        busy={busy}
        type="pki.review"
        data={{ no: a.no, decision: 'approve', reason: '' }}
        label={words.approve}
        about={a.no}
        primary
      />
      <CommandForm
        {...props}
        name={`${words.decision} ${a.no}`}
        type="pki.review"
        fields={[
          {
            name: 'decision',
            zh: words.decision,
            kind: 'radio',
            first: 'ask',
            choices: [
              ['ask', words.ask],
              ['reject', words.reject],
            ],
          },
          { name: 'reason', zh: words.reason, kind: 'area', rows: 2 },
        ]}
        data={v => ({ no: a.no, decision: v['decision'] ?? '', reason: (v['reason'] ?? '').trim() })}
        submit={words.send}
      />
    </>
  )
}

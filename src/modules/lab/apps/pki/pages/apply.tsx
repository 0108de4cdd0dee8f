import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { type FieldSpec, chosenOf } from '../../../pages/parts/spec-field.tsx'
import type { Values } from '../../../pages/parts/use-drafts.ts'
import type { Application, PkiProps, PkiView } from './view.ts'
import { words as all } from './words.ts'

const words = all.apply

/** The fields of an application; one that goes back begins with what it said. */
export function formFields(view: PkiView, before?: Application): readonly FieldSpec[] {
  const docs = [...new Set(view.profiles.flatMap(p => p.docs))]
  return [
    { name: 'name', zh: words.name, first: before?.subject.name ?? '' },
    { name: 'idNo', zh: words.idNo, first: before?.idNo ?? '' },
    { name: 'org', zh: words.org, first: before?.subject.org ?? '' },
    { name: 'email', zh: words.email, first: before?.subject.email ?? '' },
    { name: 'docs', zh: words.docs, kind: 'checks', choices: docs.map(doc => [doc, doc]), first: (before?.docs ?? []).join('\n') },
  ]
}

/** What an application says, from what was typed. */
export function formData(v: Values): object {
  const said = (name: string): string => (v[name] ?? '').trim()
  return { subject: { name: said('name'), org: said('org'), email: said('email') }, idNo: said('idNo'), docs: chosenOf(v['docs']) }
}

/** 申请证书. */
export function Apply(props: PkiProps) {
  const { view, address, go } = props
  const profiles = view.profiles.map(({ id, zh }) => [id, zh] as const)
  const profile: FieldSpec = { name: 'profile', zh: words.profile, kind: 'choice', choices: profiles, first: profiles[0]?.[0] ?? '' }
  return (
    <section aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="z-note">{words.lead}</p>
      <CommandForm
        {...props}
        name={words.title}
        type="pki.apply"
        fields={[profile, ...formFields(view)]}
        data={v => ({ profile: v['profile'] ?? '', ...formData(v) })}
        submit={words.submit}
        onDone={() => go(new URL('/mine', address).href)}
      />
    </section>
  )
}

import { fill } from '../../../../../ui/words.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import type { PartProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.register

/** 开通邮箱: the address one is known by from now on. */
export function Register(props: PartProps) {
  return (
    <section className="mail-register" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="z-note">{words.lead}</p>
      <CommandForm
        {...props}
        name={words.title}
        type="mail.account.create"
        fields={[
          { name: 'local', zh: words.local, note: fill(words.at, { domain: props.view.domain }) },
          { name: 'name', zh: words.name },
          { name: 'password', zh: words.password, kind: 'password', note: words.passwordNote },
        ]}
        data={v => ({ local: (v['local'] ?? '').trim(), name: (v['name'] ?? '').trim(), password: v['password'] ?? '' })}
        submit={words.submit}
      />
    </section>
  )
}

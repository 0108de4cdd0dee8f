import { useState } from '../../../../../ui/hooks.ts'
import { fill } from '../../../../../ui/words.ts'
import { CommandForm } from '../../../pages/parts/command-form.tsx'
import { clockText } from '../../../pages/desktop/clock-text.ts'
import type { Box, PartProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.settings
type Props = PartProps & { readonly box: Box }

/** 设置: name and signature, folders, the automatic answer, the password. */
export function Settings(props: Props) {
  return (
    <div className="mail-desk">
      <h2>{words.title}</h2>
      <p className="z-note">{fill(words.address, { addr: props.box.addr })}</p>
      <Profile {...props} />
      <Folders {...props} />
      <Away {...props} />
      <section aria-label={words.password}>
        <h3>{words.password}</h3>
        <CommandForm
          {...props}
          name={words.password}
          type="mail.password.change"
          fields={[{ name: 'password', zh: words.fresh, kind: 'password', note: all.register.passwordNote }]}
          data={v => ({ password: v['password'] ?? '' })}
          submit={words.change}
          minor
        />
      </section>
    </div>
  )
}

function Profile(props: Props) {
  const { box } = props
  const [saved, setSaved] = useState(false)
  return (
    <section aria-label={words.profile}>
      <h3>{words.profile}</h3>
      <CommandForm
        {...props}
        name={words.profile}
        type="mail.profile.set"
        fields={[
          { name: 'name', zh: words.name, first: box.name },
          { name: 'signature', zh: words.signature, kind: 'area', rows: 4, first: box.signature },
        ]}
        data={v => ({ name: (v['name'] ?? '').trim(), signature: v['signature'] ?? '' })}
        submit={words.save}
        onDone={() => setSaved(true)}
      />
      <p className="z-note" role="status">
        {saved ? words.saved : ''}
      </p>
    </section>
  )
}

function Folders(props: Props) {
  return (
    <section aria-label={words.folders}>
      <h3>{words.folders}</h3>
      <p className="z-note">{props.box.folders.join('、')}</p>
      <CommandForm
        {...props}
        name={words.folders}
        type="mail.folder.create"
        fields={[{ name: 'name', zh: words.folder }]}
        data={v => ({ name: (v['name'] ?? '').trim() })}
        submit={words.create}
        minor
      />
    </section>
  )
}

function Away(props: Props) {
  const { away } = props.box
  return (
    <section aria-label={words.away}>
      <h3>{words.away}</h3>
      {away !== null && <p className="z-note">{fill(words.awayNow, { from: clockText(away.from), until: clockText(away.until) })}</p>}
      <CommandForm
        {...props}
        name={words.away}
        type="mail.autoreply.set"
        fields={[
          { name: 'from', zh: words.from, note: words.awayNote },
          { name: 'until', zh: words.until, note: words.awayNote },
          { name: 'text', zh: words.awayText, kind: 'area', rows: 3, first: away?.text ?? '' },
        ]}
        data={v => ({ from: (v['from'] ?? '').trim(), until: (v['until'] ?? '').trim(), text: v['text'] ?? '' })}
        submit={words.awaySave}
        minor
      />
    </section>
  )
}

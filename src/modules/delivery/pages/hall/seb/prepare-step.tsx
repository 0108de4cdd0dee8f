import { Input } from 'antd'
import { useState } from 'react'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { useAct } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { prepareSebAtHall, readSebAtHall } from '../../../contract.ts'
import { ActForm, Field } from '../desk/act-form.tsx'
import { useDraft } from '../desk/draft.ts'
import { mayDo, useHall } from '../desk/hall.ts'
import { PasswordSlip } from './password-slip.tsx'
import { readOrigins, readReleases } from './releases.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Made = { readonly quit: string; readonly settings: string }

/** The configuration, made once; its passwords stand here until somebody says that they are written down. */
export function PrepareStep({ prepared }: { readonly prepared: boolean }) {
  const words = useWords(zh, en)
  const { me } = useHall()
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  return (
    <section className="h-sheet" aria-labelledby="h-seb-prepare">
      <h2 id="h-seb-prepare">{words.prepare.title}</h2>
      {made !== null ? (
        <PasswordSlip
          onClose={() => setMade(null)}
          lines={[
            { name: words.passwords.quit, how: words.passwords.quitHow, text: made.quit },
            { name: words.passwords.settings, how: words.passwords.settingsHow, text: made.settings },
          ]}
        />
      ) : prepared ? (
        <StateWord tone="done" sentence>
          {words.prepare.done}
        </StateWord>
      ) : open ? (
        <PrepareForm onMade={setMade} onEnd={() => setOpen(false)} />
      ) : (
        <>
          <p>{words.prepare.what}</p>
          {mayDo(me, 'seb-file') ? (
            <button type="button" className="z-button z-button-primary" onClick={() => setOpen(true)}>
              {words.prepare.open}
            </button>
          ) : (
            <p className="z-note">{words.prepare.needs}</p>
          )}
        </>
      )}
    </section>
  )
}

function PrepareForm({ onMade, onEnd }: { readonly onMade: (made: Made) => void; readonly onEnd: () => void }) {
  const words = useWords(zh, en).prepare
  const { sittingId } = useHall().sitting
  const [values, change, end] = useDraft(`seb ${sittingId}`, () => ({ origin: globalThis.location.origin, also: '', releases: '' }))
  const { act, busy, refusal } = useAct(prepareSebAtHall, [readSebAtHall])
  const { releases, wrong } = readReleases(values.releases)
  const make = async () => {
    const [origin = ''] = readOrigins(values.origin)
    const body = { origin, alsoAllowed: readOrigins(values.also), releases: [...releases] }
    const reply = await act({ params: { sittingId }, body })
    if (!reply.ok) return
    end()
    onEnd()
    const { quitPassword, settingsPassword } = reply.value
    if (quitPassword === null || settingsPassword === null) return notice(words.already, 'waiting')
    onMade({ quit: quitPassword, settings: settingsPassword })
  }
  return (
    <ActForm
      title={words.title}
      what={words.what}
      submit={words.submit}
      busy={busy}
      disabled={wrong.length > 0}
      lacks={values.origin.trim() === ''}
      refusal={refusal}
      onSubmit={() => void make()}
      onCancel={onEnd}
    >
      <Field label={words.origin} hint={words.originHint}>
        {id => (
          <span data-first>
            <Input
              id={id}
              value={values.origin}
              maxLength={200}
              spellCheck={false}
              onChange={event => change({ origin: event.target.value })}
            />
          </span>
        )}
      </Field>
      <Field label={words.also} hint={words.alsoHint}>
        {id => <Lines id={id} value={values.also} onChange={also => change({ also })} />}
      </Field>
      <Field label={words.releases} hint={words.releasesHint}>
        {id => <Lines id={id} value={values.releases} onChange={typed => change({ releases: typed })} />}
      </Field>
      {wrong.length > 0 && (
        <p className="h-warn" role="status">
          {fill(words.releasesWrong, { lines: wrong.join('、') })}
        </p>
      )}
    </ActForm>
  )
}

function Lines({ id, value, onChange }: { readonly id: string; readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <Input.TextArea
      id={id}
      value={value}
      autoSize={{ minRows: 2, maxRows: 8 }}
      spellCheck={false}
      onChange={event => onChange(event.target.value)}
    />
  )
}

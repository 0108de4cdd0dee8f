import { Input } from 'antd'
import { useState } from 'react'
import { notice } from '../../../../../ui/components/page/notices.tsx'
import { useAct, useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import { openPapersAtSite, readArming, readSite, readSitePackages } from '../../../contract.ts'
import { ActForm, Chips, Field, SecondPerson, isNamed } from '../desk/act-form.tsx'
import { type Me, mayDo } from '../desk/hall.ts'
import { NOBODY } from '../desk/use-hall-act.ts'
import { KeyEntry } from './key-entry.tsx'
import { GROUPS, judgeGroups } from './key-groups.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Opens the papers by two persons; a key that does not check is never sent. */
export function OpeningStep({ me, opened }: { readonly me: Me; readonly opened: boolean }) {
  const words = useWords(zh, en).opening
  const packages = useRead(readSitePackages, {})
  const [begun, begin] = useState(false)
  const current = packages.data?.packages.find(one => one.current)
  if (opened) return <p>{words.doneText}</p>
  if (!mayDo(me, 'open-papers')) return <p className="z-note">{words.needs}</p>
  if (!current) return <p>{words.what}</p>
  if (begun) return <OpeningForm sitePackageId={current.sitePackageId} onEnd={() => begin(false)} />
  return (
    <>
      <p>{words.what}</p>
      <button type="button" className="z-button z-button-primary" onClick={() => begin(true)}>
        {words.submit}
      </button>
    </>
  )
}

type Way = 'key' | 'shares'

function OpeningForm({ sitePackageId, onEnd }: { readonly sitePackageId: string; readonly onEnd: () => void }) {
  const words = useWords(zh, en).opening
  const [way, setWay] = useState<Way>('key')
  const [groups, setGroups] = useState<readonly string[]>(() => Array.from({ length: GROUPS }, () => ''))
  const [shares, setShares] = useState('')
  const [second, setSecond] = useState(NOBODY)
  const { act, busy, refusal } = useAct(openPapersAtSite, [readSite, readSitePackages, readArming])
  const whole = way === 'key' ? judgeGroups(groups).right : shares.trim() !== ''
  const open = async () => {
    const spokenKey = way === 'key' ? groups.join('-') : shares
    const reply = await act({ params: { sitePackageId }, body: { spokenKey, second } })
    if (reply.ok) notice(fill(words.done, { n: reply.value.forms }))
    else if (reply.refusal.code.startsWith('second-person')) setSecond({ ...second, passPhrase: '' })
  }
  return (
    <ActForm
      title={words.title}
      what={words.what}
      submit={busy ? words.opening : words.submit}
      busy={busy}
      disabled={!whole || !isNamed(second)}
      refusal={refusal}
      onSubmit={() => void open()}
      onCancel={onEnd}
    >
      <Chips
        legend={words.way}
        value={way}
        onChange={setWay}
        choices={[
          { key: 'key', text: words.byKey },
          { key: 'shares', text: words.byShares },
        ]}
      />
      {way === 'key' ? (
        <KeyEntry groups={groups} onChange={setGroups} />
      ) : (
        <Field label={words.shares}>
          {id => (
            <Input.TextArea
              id={id}
              rows={4}
              value={shares}
              autoComplete="off"
              spellCheck={false}
              onChange={event => setShares(event.target.value)}
            />
          )}
        </Field>
      )}
      <SecondPerson act="open-papers" second={second} onChange={setSecond} />
    </ActForm>
  )
}

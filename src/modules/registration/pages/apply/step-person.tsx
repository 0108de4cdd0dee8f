import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { showDate } from '../../../../ui/format.ts'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import { EDUCATIONS, EDUCATION_WORDS, NATIONS, SOURCES, SOURCE_WORDS } from '../../core/application/personal-lists.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { ChoiceField, NumberField, TextField } from './field.tsx'
import type { FormDesk } from './use-form.ts'

const MOST_YEARS = 70
const nations = NATIONS.map(nation => ({ value: nation, label: nation }))

/** Who applies: identity as it was registered, and what the register asks for besides. */
export function StepPerson({ desk }: { readonly desk: FormDesk }) {
  const words = useWords(zh, en).person
  const language = useLanguage()
  const { person } = desk.view
  const identity = [
    { label: words.name, value: person.name },
    { label: words.idNumber, value: person.idMasked },
    { label: words.sex, value: words[person.sex] },
    { label: words.birth, value: showDate(person.birthDate, language) },
    { label: words.mobile, value: person.mobileMasked },
  ]
  return (
    <>
      <Sheet title={words.identity}>
        <p className="z-note">{words.identityNote}</p>
        <Facts facts={identity} columns={2} />
      </Sheet>
      <Sheet title={words.more}>
        <div className="z-fields">
          <ChosenFields desk={desk} />
          <WrittenFields desk={desk} />
        </div>
      </Sheet>
    </>
  )
}

function ChosenFields({ desk }: { readonly desk: FormDesk }) {
  const words = useWords(zh, en).person
  const language = useLanguage()
  const { draft, change } = desk
  const educations = EDUCATIONS.map(value => ({ value, label: EDUCATION_WORDS[value][language] }))
  const sources = SOURCES.map(value => ({ value, label: SOURCE_WORDS[value][language] }))
  return (
    <>
      <ChoiceField
        path="nation"
        label={words.nation}
        value={draft.nation}
        choices={nations}
        search
        onChange={nation => change({ nation })}
      />
      <ChoiceField
        path="education"
        label={words.education}
        value={draft.education}
        choices={educations}
        onChange={education => change({ education })}
      />
      <ChoiceField path="source" label={words.source} value={draft.source} choices={sources} onChange={source => change({ source })} />
      <NumberField
        path="yearsInOccupation"
        label={words.yearsInOccupation}
        most={MOST_YEARS}
        value={draft.yearsInOccupation}
        onChange={yearsInOccupation => change({ yearsInOccupation })}
      />
    </>
  )
}

function WrittenFields({ desk }: { readonly desk: FormDesk }) {
  const words = useWords(zh, en).person
  const { draft, change } = desk
  const optionalEmployer = draft.source === 'society' || draft.source === 'other'
  return (
    <>
      <TextField
        path="employer"
        label={words.employer}
        optional={optionalEmployer}
        wide
        value={draft.employer}
        onChange={employer => change({ employer })}
      />
      <TextField path="address" label={words.address} max={200} wide value={draft.address} onChange={address => change({ address })} />
      <TextField path="email" label={words.email} optional value={draft.email} onChange={email => change({ email })} />
      <span />
      <TextField
        path="earlierCertificateNumber"
        label={words.earlierCertificateNumber}
        max={64}
        optional
        value={draft.earlierCertificateNumber}
        onChange={earlierCertificateNumber => change({ earlierCertificateNumber })}
      />
      <TextField
        path="earlierCertificateOccupation"
        label={words.earlierCertificateOccupation}
        max={60}
        optional
        value={draft.earlierCertificateOccupation}
        onChange={earlierCertificateOccupation => change({ earlierCertificateOccupation })}
      />
    </>
  )
}

import type { Grant } from '../../../../kernel/actor.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { Facts } from '../../../../ui/components/facts/facts.tsx'
import { StateWord, type Tone } from '../../../../ui/components/mark/state-word.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { showDate } from '../../../../ui/format.ts'
import { usePlaceName } from '../../../../ui/place-names.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { GrantForm } from './grant-form.tsx'
import type { PersonRow, Place } from './person-row.ts'
import { reachText } from './reach-text.ts'
import { rolesToGive, type Standing, standingOf } from './role-scopes.ts'
import { UnmaskForm } from './unmask-form.tsx'

const TONES: Readonly<Record<Standing, Tone>> = { holds: 'done', ahead: 'waiting', expired: 'ended' }

export type PersonPanelProps = {
  readonly person: PersonRow
  readonly giver: readonly Grant[]
  readonly today: string
  readonly places: readonly Place[]
}

/** A person beside the table: facts, roles held, and what an officer may do here. */
export function PersonPanel({ person, giver, today, places }: PersonPanelProps) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const kinds: Readonly<Record<string, string>> = words.kinds
  const candidate = person.grants.some(grant => grant.role === 'candidate')
  return (
    <>
      <Sheet title={words.people.facts}>
        <Facts
          facts={[
            { label: words.people.id, value: person.idMasked, note: kinds[person.idKind] },
            { label: words.people.mobile, value: person.mobileMasked },
            { label: words.people.birth, value: showDate(localDate(person.birthDate), language) },
            { label: words.people.sex, value: words.register[person.sex] },
          ]}
        />
        <UnmaskForm personId={person.personId} />
      </Sheet>
      <Sheet title={words.people.grants}>
        {person.grants.length === 0 ? <p>{words.people.noRoles}</p> : <GrantList grants={person.grants} today={today} />}
      </Sheet>
      {rolesToGive(giver).length > 0 && (
        <Sheet title={words.grant.title}>
          {candidate ? <p>{words.grant.candidateOnly}</p> : <GrantForm person={person} giver={giver} today={today} places={places} />}
        </Sheet>
      )}
    </>
  )
}

function GrantList({ grants, today }: Pick<PersonPanelProps, 'today'> & { readonly grants: PersonRow['grants'] }) {
  const words = useWords(zh, en)
  const placeName = usePlaceName()
  const language = useLanguage()
  const day = (text: string) => showDate(localDate(text), language)
  return (
    <ul className="z-grants">
      {grants.map((grant, at) => {
        const standing = standingOf(grant, today)
        return (
          <li key={at}>
            <strong>{words.roles[grant.role]}</strong>
            <span>{reachText(grant.scope, words, placeName)}</span>
            <StateWord tone={TONES[standing]}>{words.people[standing]}</StateWord>
            <span className="z-note">
              {grant.until === null
                ? `${fill(words.people.from, { date: day(grant.from) })}${language === 'zh' ? '，' : ', '}${words.people.openEnd}`
                : fill(words.people.span, { from: day(grant.from), until: day(grant.until) })}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

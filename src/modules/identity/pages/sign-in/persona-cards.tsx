import { Input } from 'antd'
import { useState } from 'react'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { usePlaceName } from '../../../../ui/place-names.ts'
import { useAct, useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { listPersonas, signInAsPersona, whoAmI } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { grouped, matching, type Persona, placeKind } from './persona-groups.ts'

type Words = ReturnType<typeof useWords<typeof zh>>

/** The people of the seed country, grouped by what they do; one press enters. */
export function PersonaCards() {
  const words = useWords(zh, en)
  const placeName = usePlaceName()
  const read = useRead(listPersonas, {})
  const [search, setSearch] = useState('')
  const enter = useAct(signInAsPersona, [whoAmI])
  const [entering, setEntering] = useState<string | null>(null)
  if (read.isPending) return <WaitingSkeleton lines={8} />
  if (read.isError) return <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />
  const personas = read.data.personas.map(persona => ({ ...persona, place: placeName(persona.place) ?? persona.place }))
  if (personas.length === 0) return <EmptyState what={words.personas.empty} how={words.personas.emptyHow} />
  const shown = matching(personas, search, persona => textOf(persona, words))
  const choose = (persona: string) => {
    setEntering(persona)
    void enter.act({ body: { persona } }).finally(() => setEntering(null))
  }
  return (
    <section className="z-personas" aria-label={words.personas.title}>
      <Input
        type="search"
        size="large"
        allowClear
        prefix={<Icon name="search" size={16} />}
        placeholder={words.personas.search}
        aria-label={words.personas.search}
        value={search}
        onChange={event => setSearch(event.target.value)}
      />
      <RefusalNote refusal={enter.refusal} what={words.signIn.refused} />
      {shown.length === 0 && <EmptyState what={words.personas.none} how={words.personas.noneHow} />}
      {grouped(shown).map(({ group, personas: members }) => (
        <div key={group} className="z-persona-group">
          <h2>
            {words.personas.groups[group]}
            <span className="z-note">{fill(words.personas.count, { n: members.length })}</span>
          </h2>
          <ul>
            {members.map(persona => (
              <li key={persona.persona}>
                <PersonaCard persona={persona} words={words} entering={entering} onChoose={choose} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

type CardProps = {
  readonly persona: Persona
  readonly words: Words
  readonly entering: string | null
  readonly onChoose: (persona: string) => void
}

function PersonaCard({ persona, words, entering, onChoose }: CardProps) {
  const roles = persona.roles.map(role => words.roles[role])
  const [first] = persona.roles
  const place = placeOf(persona, words)
  const duty = persona.note || (first ? words.duties[first] : words.people.noRoles)
  return (
    <button
      type="button"
      className="z-persona"
      disabled={entering !== null}
      aria-label={fill(words.personas.enter, { name: persona.name, duty: roles.join('、') })}
      onClick={() => onChoose(persona.persona)}
    >
      <span className="z-persona-name">{persona.name}</span>
      <span className="z-persona-role">{roles.join('、')}</span>
      <span className="z-persona-duty">{entering === persona.persona ? words.personas.entering : duty}</span>
      {place && <span className="z-persona-place">{place}</span>}
    </button>
  )
}

function placeOf({ place }: Persona, words: Words): string {
  const kind = placeKind(place)
  if (kind === null) return ''
  return /^\d+$/.test(place) ? fill(words.personas[kind], { code: place }) : place
}

function textOf(persona: Persona, words: Words): string {
  return [persona.name, persona.persona, persona.note, placeOf(persona, words), ...persona.roles.map(role => words.roles[role])].join(' ')
}

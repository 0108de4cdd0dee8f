import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { dayOf, instant } from '../../../../../kernel/instant.ts'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { StateWord } from '../../../../../ui/components/mark/state-word.tsx'
import { showLeft } from '../../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { useToday } from '../../shared/use-today.ts'
import { type ShownVersion, typeName } from '../../shared/versions.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { DeskPlace, Walk } from './desk-facts.ts'

type Props = { readonly version: ShownVersion; readonly place: DeskPlace; readonly walk: Walk; readonly onHelp: () => void }

/** Which version lies on the desk, until when, and the way to its neighbours. */
export function DeskHead({ version, place, walk, onHelp }: Props) {
  const words = useWords(zh, en).desk
  const language = useLanguage()
  const today = useToday()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const until = version.dueAt === null ? undefined : dayOf(instant(version.dueAt))
  return (
    <header className="z-review-head">
      <Link className="z-desk-back" to={place ? `/items/reviews?tab=${place.tab}` : '/items/reviews'}>
        <Icon name="chevron-left" size={16} />
        <span>{words.back}</span>
      </Link>
      <h1 ref={head} tabIndex={-1}>
        {fill(words.title, { type: typeName(version.type, language), code: version.code, n: version.version })}
      </h1>
      {until !== undefined && today !== undefined && (
        <StateWord tone={until < today ? 'failing' : 'waiting'}>{showLeft(today, until, language)}</StateWord>
      )}
      <div className="z-desk-walk">
        <button type="button" className="z-link" onClick={onHelp}>
          {words.keys}
        </button>
        {place && <span className="z-note">{fill(words.place, { n: place.at + 1, all: place.versions.length })}</span>}
        <WalkButton icon="chevron-left" label={words.previous} to={walk.previous} onGo={walk.to} />
        <WalkButton icon="chevron-right" label={words.next} to={walk.next} onGo={walk.to} />
      </div>
    </header>
  )
}

type ButtonProps = {
  readonly icon: 'chevron-left' | 'chevron-right'
  readonly label: string
  readonly to: string | undefined
  readonly onGo: Walk['to']
}

function WalkButton({ icon, label, to, onGo }: ButtonProps) {
  return (
    <button type="button" className="z-icon-button" aria-label={label} title={label} disabled={to === undefined} onClick={() => onGo(to)}>
      <Icon name={icon} />
    </button>
  )
}

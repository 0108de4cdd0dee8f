import { type RefObject, useEffect, useRef } from 'react'
import type { Grant, Scope } from '../../../../kernel/actor.ts'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { usePlaceName } from '../../../../ui/place-names.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Words = ReturnType<typeof useWords<typeof zh>>
export type PersonMenuProps = {
  readonly person: { readonly name: string; readonly grants: readonly Pick<Grant, 'role' | 'scope'>[] }
  readonly onSignOut: () => void
}

/** Who is signed in, with which roles and how far they reach, and the way out. */
export function PersonMenu({ person, onSignOut }: PersonMenuProps) {
  const words = useWords(zh, en)
  const placeName = usePlaceName()
  const menu = useRef<HTMLDetailsElement>(null)
  useShutOutside(menu)
  const first = person.grants[0]
  return (
    <details ref={menu} className="z-person">
      <summary aria-label={fill(words.account, { name: person.name })}>
        <span className="z-person-face" aria-hidden="true">
          {[...person.name][0]}
        </span>
        <span className="z-person-words">
          <span className="z-person-name">{person.name}</span>
          {first && <span className="z-note">{words.roles[first.role]}</span>}
        </span>
        <Icon name="chevron-down" size={14} />
      </summary>
      <div className="z-person-menu">
        <ul>
          {person.grants.map((grant, at) => (
            <li key={at}>
              <span>{words.roles[grant.role]}</span>
              <span className="z-note">{scopeText(grant.scope, words, placeName)}</span>
            </li>
          ))}
        </ul>
        <button type="button" className="z-nav" onClick={onSignOut}>
          <Icon name="sign-out" />
          <span>{words.signOut}</span>
        </button>
      </div>
    </details>
  )
}

/** Shuts an open menu on a press outside of it and on Escape. */
function useShutOutside(menu: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const shut = (event: Event) => {
      const inside = event instanceof PointerEvent && menu.current?.contains(event.target as Node)
      if (!inside && menu.current && (!(event instanceof KeyboardEvent) || event.key === 'Escape')) menu.current.open = false
    }
    document.addEventListener('pointerdown', shut)
    document.addEventListener('keydown', shut)
    return () => {
      document.removeEventListener('pointerdown', shut)
      document.removeEventListener('keydown', shut)
    }
  }, [menu])
}

/** How far a role reaches: a place by its name, or by its code where nobody told the name. */
function scopeText(scope: Scope, words: Words, placeName: ReturnType<typeof usePlaceName>): string {
  switch (scope.kind) {
    case 'nation':
      return words.scopes.nation
    case 'province':
      return placeName(scope.province) ?? fill(words.scopes.province, { code: scope.province })
    case 'institution':
      return placeName(scope.institution) ?? fill(words.scopes.institution, { code: scope.institution })
    case 'site':
      return placeName(scope.site) ?? fill(words.scopes.site, { code: scope.site })
    case 'person':
      return words.scopes.person
  }
}

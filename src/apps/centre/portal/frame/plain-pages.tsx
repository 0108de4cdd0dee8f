import { Component, type ReactNode } from 'react'
import { Link } from 'react-router'
import { clockOf, instant } from '../../../../kernel/instant.ts'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import type { PortalPage } from './portal-page.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export function NotFoundPage() {
  const words = useWords(zh, en).notFound
  return (
    <EmptyState
      what={words.title}
      how={words.why}
      action={
        <Link className="z-button" to="/home">
          {words.next}
        </Link>
      }
    />
  )
}

/** Says which roles would open the page, and how to come by one. */
export function ClosedPage({ page }: { readonly page: PortalPage }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const roles = typeof page.open === 'string' ? [] : page.open.map(role => words.roles[role])
  return (
    <EmptyState
      what={words.closed.title}
      how={`${fill(words.closed.why, { roles: roles.join(language === 'zh' ? '、' : ', ') })}${words.closed.next}`}
    />
  )
}

type Caught = { readonly fault: Error; readonly time: string } | null

/** Catches what a page throws, so that the frame stays. `place` changes with the page and clears it. */
export class FaultBoundary extends Component<
  { readonly place: string; readonly children: ReactNode },
  { readonly caught: Caught; readonly place: string }
> {
  override state = { caught: null as Caught, place: this.props.place }

  static getDerivedStateFromError(fault: Error) {
    return { caught: { fault, time: clockOf(instant(Date.now())) } }
  }

  static getDerivedStateFromProps(props: { readonly place: string }, state: { readonly place: string }) {
    return props.place === state.place ? null : { caught: null, place: props.place }
  }

  override render() {
    const { caught } = this.state
    return caught ? <BrokenPage {...caught} /> : this.props.children
  }
}

function BrokenPage({ fault, time }: { readonly fault: Error; readonly time: string }) {
  const words = useWords(zh, en)
  const stale = /dynamically imported module|Importing a module script/.test(fault.message)
  const told = stale ? words.stale : words.broken
  return (
    <div role="alert">
      <EmptyState
        what={told.title}
        how={fill(told.why, { time })}
        action={
          <button type="button" className="z-button" onClick={() => location.reload()}>
            {words.broken.next}
          </button>
        }
      />
    </div>
  )
}

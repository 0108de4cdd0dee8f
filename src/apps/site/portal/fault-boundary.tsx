import { Component, type ReactNode } from 'react'
import { clockOf, instant } from '../../../kernel/instant.ts'
import { EmptyState } from '../../../ui/components/page/empty-state.tsx'
import { fill, useWords } from '../../../ui/words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Catches what a page throws, and says the one thing that counts in a hall: nothing is lost. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, { readonly time: string | null }> {
  override state = { time: null as string | null }

  static getDerivedStateFromError() {
    return { time: clockOf(instant(Date.now())) }
  }

  override render() {
    return this.state.time === null ? this.props.children : <BrokenPage time={this.state.time} />
  }
}

function BrokenPage({ time }: { readonly time: string }) {
  const words = useWords(zh, en)
  return (
    <div role="alert" className="c-main">
      <EmptyState
        what={words.broken}
        how={fill(words.brokenHow, { time })}
        action={
          <button type="button" className="z-button z-button-primary" onClick={() => location.reload()}>
            {words.reload}
          </button>
        }
      />
    </div>
  )
}

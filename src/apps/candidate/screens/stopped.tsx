import type { Told } from '../../../ui/client.ts'
import { useWords } from '../../../ui/words.ts'
import { en } from '../words/words.en.ts'
import { zh } from '../words/words.zh.ts'
import { MessageScreen } from './message.tsx'

/** Work at this machine has ended, for good or until somebody has dealt with it. What to do stands in the refusal itself. */
export function StoppedScreen({ told }: { readonly told: Told }) {
  const { stopped } = useWords(zh, en)
  const paused = told.code === 'locked-integrity'
  const aboutBrowser = told.code.startsWith('seb-')
  const title = paused ? stopped.paused : aboutBrowser ? stopped.otherBrowser : stopped.title
  const text = paused || aboutBrowser ? stopped.afterwards : stopped.text
  return <MessageScreen title={title} text={text} told={told} action={{ text: stopped.retry, run: () => location.reload() }} />
}

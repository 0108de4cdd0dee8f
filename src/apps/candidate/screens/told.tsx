import type { Told } from '../../../ui/client.ts'
import { useLanguage } from '../../../ui/words.ts'

/** A refusal in the person's language, announced at once. Holds its place when there is none. */
export function ToldNote({ told }: { readonly told: Told | null }) {
  const language = useLanguage()
  return (
    <p className={told ? 'x-told' : 'x-told x-told-none'} role="alert">
      {told ? told[language] : ''}
    </p>
  )
}

import { useLanguage } from '../../../../ui/words.ts'

/** Says one of two texts in the language of the page. */
export function useSay(): (zh: string, en: string) => string {
  const language = useLanguage()
  return (zh, en) => ({ zh, en })[language]
}

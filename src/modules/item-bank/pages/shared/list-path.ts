/** What the list of items can be narrowed by; the names are those of its address. */
export type ListWish = {
  readonly edition: string
  readonly level: string
  readonly point?: string | undefined
  readonly type?: string | undefined
  readonly difficulty?: number | undefined
  readonly state?: string | undefined
  readonly writer?: string | undefined
  readonly used?: 'used' | 'unused' | undefined
}

/** The address of the list, narrowed; what is left out narrows nothing. */
export function listPath(wish: ListWish): string {
  const address = new URLSearchParams()
  for (const [name, value] of Object.entries(wish)) if (value !== undefined && value !== '') address.set(name, String(value))
  return `/items/list?${address}`
}

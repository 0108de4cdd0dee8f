import { z } from 'zod'

/** Yes or no in a form with a file, whose fields are texts; left out it is no. */
export const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform(word => word === 'true')

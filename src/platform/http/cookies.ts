/** The signed-in browser: HttpOnly. */
export const SIGN_IN_COOKIE = 'zh_signin'
/** Read by the page and repeated in the header `x-zhiheng-csrf`. */
export const CSRF_COOKIE = 'zh_csrf'

import type { Serve } from '../platform/http/serve.ts'
import type { PeopleContext } from './context.ts'
import * as routes from './contract.ts'
import { mustBeSignedIn } from './guard.ts'
import { endOwnSession, readOwnSignIn } from './own-sign-in.ts'
import type { SignInLimits } from './sign-in.ts'
import { turnOffSecondFactor } from './factor/turn-off-factor.ts'
import { beginSecondFactor, proveSecondFactor, renewRecoveryCodes } from './factor/turn-on-factor.ts'

const ok = { ok: true as const }

/** Serves how the signed-in person signs in: second factor, open sessions, last events. */
export function ownSignInRoutes(serve: Serve, context: PeopleContext, limits: SignInLimits): void {
  serve(routes.readOwnSignIn, ({ request }) => readOwnSignIn(context, mustBeSignedIn(request)))
  serve(routes.endOwnSession, async ({ params, request }) => {
    await endOwnSession(context, mustBeSignedIn(request), params.id)
    return ok
  })
  serve(routes.beginSecondFactor, ({ body, request }) =>
    beginSecondFactor(context, limits, { signedIn: mustBeSignedIn(request), password: body.password }),
  )
  serve(routes.proveSecondFactor, ({ body, request }) =>
    proveSecondFactor(context, limits, { signedIn: mustBeSignedIn(request), code: body.code }),
  )
  serve(routes.renewRecoveryCodes, ({ body, request }) =>
    renewRecoveryCodes(context, { signedIn: mustBeSignedIn(request), code: body.code }),
  )
  serve(routes.turnOffSecondFactor, async ({ body, request }) => {
    await turnOffSecondFactor(context, limits, { ...body, signedIn: mustBeSignedIn(request) })
    return ok
  })
}

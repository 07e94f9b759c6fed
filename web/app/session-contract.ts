import * as z from 'zod'
import { permissionCodes } from '../../src/charter/permissions.ts'
import { defineRoute, done } from '../../src/platform/http/route.ts'

const sessionCentre = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  timeZone: z.string(),
  role: z.string(),
  roleName: z.string(),
  permissions: z.array(z.enum(permissionCodes)),
})

const session = z.object({
  csrf: z.string(),
  person: z.object({ id: z.string(), name: z.string(), login: z.string(), mustChangePassword: z.boolean() }).nullable(),
  centres: z.array(sessionCentre),
  installation: z.boolean(),
  demo: z.array(z.object({ login: z.string(), name: z.string(), title: z.string() })),
})

export type Session = z.infer<typeof session>
export type SessionCentre = z.infer<typeof sessionCentre>

export const sessionRoutes = {
  read: defineRoute({ method: 'GET', path: '/api/session', summary: 'Кто вошёл', access: 'anyone', response: session }),
  signIn: defineRoute({
    method: 'POST',
    path: '/api/session',
    summary: 'Войти',
    access: 'anyone',
    body: z.object({ login: z.string(), password: z.string() }),
    response: done,
  }),
  demoSignIn: defineRoute({
    method: 'POST',
    path: '/api/session/demo',
    summary: 'Войти для показа',
    access: 'anyone',
    body: z.object({ login: z.string() }),
    response: done,
  }),
  signOut: defineRoute({ method: 'DELETE', path: '/api/session', summary: 'Выйти', access: 'signed-in', response: done }),
  signOutEverywhere: defineRoute({
    method: 'DELETE',
    path: '/api/session/all',
    summary: 'Выйти на всех устройствах',
    access: 'signed-in',
    response: done,
  }),
  changePassword: defineRoute({
    method: 'POST',
    path: '/api/session/password',
    summary: 'Сменить пароль',
    access: 'signed-in',
    body: z.object({ current: z.string(), next: z.string() }),
    response: done,
  }),
}

import type { FastifyRequest } from 'fastify'
import type { Desk } from '../people/index.ts'

/** Comes to the desk of a centre as the person of a request, as often as needed: each time a transaction of its own. */
export type CentreDoor = <T>(
  request: FastifyRequest,
  centreSlug: string,
  work: (desk: Desk) => Promise<T>,
) => Promise<T>

import type { Delivery, Outgoing, World } from './vocabulary.ts'

/** How many slots after its own a message may still arrive: it is refused, and by which check is of interest. */
const LATE_SLOTS = 1

/** Whether something is of no use any more. @param since slots after the last one of use */
const isOver = ({ expiresSlot }: { readonly expiresSlot: number }, slot: number, since = 0): boolean =>
  expiresSlot >= 0 && expiresSlot + since < slot

/** What is on its way, and what nodes keep to send it again. */
export class Mail {
  constructor(private readonly world: World) {}

  /** Into the outbox and on its way. */
  send(name: string, outgoing: Outgoing): void {
    const node = this.world.nodes[name]!
    if (!node.outbox.some(({ id }) => id === outgoing.id)) node.outbox = [...node.outbox, outgoing]
    this.#put(outgoing)
  }

  /** What is left in the outbox is carried out again. */
  sendAgain(name: string): void {
    for (const outgoing of this.world.nodes[name]!.outbox) this.#put(outgoing)
  }

  done(name: string, which: (id: string) => boolean): void {
    const node = this.world.nodes[name]!
    if (node.outbox.some(({ id }) => which(id))) node.outbox = node.outbox.filter(({ id }) => !which(id))
  }

  /** @param keep leaves it on its way as well */
  take(key: string, keep?: boolean): Delivery | undefined {
    const { waiting } = this.world
    const index = waiting.findIndex((one) => one.key === key)
    if (index < 0) return undefined
    const found = waiting[index]
    if (!keep) waiting.splice(index, 1)
    return found
  }

  /** What some node says to itself, or has to carry out itself: that which waits longest. */
  takeOwn(): Delivery | undefined {
    const { waiting } = this.world
    const index = waiting.findIndex(isOwn)
    return index < 0 ? undefined : waiting.splice(index, 1)[0]
  }

  /** What runs in a node ends with it. */
  stop(name: string): void {
    const { world } = this
    const runs = (one: Delivery): boolean =>
      isOwn(one) && one.to === name && running.includes(one.message.kind)
    world.waiting = world.waiting.filter((one) => !runs(one))
  }

  /** A slot begins. */
  expire(slot: number): void {
    const { world } = this
    world.waiting = world.waiting.filter((one) => !isOver(one, slot, LATE_SLOTS))
    for (const node of Object.values(world.nodes))
      node.outbox = node.outbox.filter((outgoing) => !isOver(outgoing, slot))
  }

  put(one: Delivery): void {
    const { waiting } = this.world
    if (!waiting.some(({ key }) => key === one.key)) waiting.push(one)
  }

  #put({ deliveries }: Outgoing): void {
    for (const one of deliveries) this.put(one)
  }
}

/** Results of what runs in a node. */
const running: readonly string[] = ['executed', 'verified', 'body', 'proved', 'blockProved']

const isOwn = ({ from, to }: Delivery): boolean => from === to

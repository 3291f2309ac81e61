import { text } from './kinds.js';
import { inCategory, proposed } from './option.js';

/** Where chats go (GMS reference, chat). */
export const CHAT = inCategory('Chat', [
  {
    name: '_chat_endpoint',
    values: text('Environment:chat'),
    ...proposed('optional'),
    description: 'Endpoint of the chats of the service.',
  },
]);

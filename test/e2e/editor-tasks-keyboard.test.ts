import { describe } from 'vitest';
import { editorTasks } from './editor-task-suite.js';
import { KeyboardHands } from './keyboard-hands.js';

describe('by keyboard alone', () => {
  editorTasks(KeyboardHands.on);
});

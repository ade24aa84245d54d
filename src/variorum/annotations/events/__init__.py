"""Events: triggers, their types and roles, their time and place, and how they stand to fact."""
